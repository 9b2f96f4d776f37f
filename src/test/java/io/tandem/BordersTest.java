package io.tandem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the packages, held by a test and not by good will. */
class BordersTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tandem");

    @Test
    void modulesUseOneAnotherInOneDirectionAndByTheirFrontDoorOnly() {
        ApplicationModules.of(Tandem.class).verify();
    }

    @Test
    void theRecordKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("io.tandem.ticket..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tandem.api..",
                        "io.tandem.access..",
                        "io.tandem.attachment..",
                        "io.tandem.bot..",
                        "io.tandem.channel..",
                        "io.tandem.content..",
                        "io.tandem.desk..",
                        "io.tandem.hours..",
                        "io.tandem.insight..",
                        "io.tandem.live..",
                        "io.tandem.process..",
                        "io.tandem.survey..",
                        "org.camunda..")
                .check(CLASSES);
    }

    /** The engine's makers have ended its community line: a move to a fork must stay cheap. */
    @Test
    void theEngineIsKnownToTheProcessPackageAndTheDelegatesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tandem.process..")
                .and()
                .doNotImplement(JavaDelegate.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    /** It reads what the others store, and nobody can ask it for an agent's figures. */
    @Test
    void nobodyUsesTheFigures() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tandem.insight..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tandem.insight..")
                .check(CLASSES);
    }

    /** Such a stream keeps its connection until it is closed: twenty that nobody closed, and nothing works any more. */
    @Test
    void whatTheDatabaseAnswersIsReadToItsEnd() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(CLASSES);
    }

    @Test
    void delegatesAreKeptToThemselves() {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }
}
