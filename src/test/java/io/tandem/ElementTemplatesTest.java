package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.content.ProgramTexts;
import io.tandem.model.ElementTemplates;
import io.tandem.model.Steps;
import io.tandem.ticket.Ticket.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camunda Modeler offers is what the program can do. */
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");
    private static final String AGAIN =
            "Write it again: mvn -o test -Dtest=ElementTemplatesTest -Dtemplates=write -Dsurefire.failIfNoSpecifiedTests=false";

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void theFilesAreAsTheStepsAre(String language) throws IOException {
        var templates = new ElementTemplates(Steps.ours(), language);
        var file = FOLDER.resolve(templates.fileName());
        if ("write".equals(System.getProperty("templates"))) Files.writeString(file, templates.asJson());

        assertThat(file).as(AGAIN).exists();
        assertThat(Files.readString(file)).as(AGAIN).isEqualTo(templates.asJson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyStepHasItsWords(String language) throws IOException {
        var texts = new ProgramTexts("steps").startingWith(language, "");
        for (var name : Steps.ours().names()) assertThat(texts).containsKeys(name, name + ".means");
        var json = new ObjectMapper().readTree(new ElementTemplates(Steps.ours(), language).asJson());
        assertThat(json.findValuesAsText("name")).isNotEmpty().doesNotContain("");
        assertThat(new ProgramTexts("steps")
                        .startingWith(language, "resolution.choice.")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Resolution.values())
                        .filter(how -> how != Resolution.MERGED) // by an agent, never by a diagram
                        .map(Enum::name)
                        .toList());
    }
}
