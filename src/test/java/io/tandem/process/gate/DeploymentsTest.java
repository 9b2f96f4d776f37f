package io.tandem.process.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.content.ProcessFolder;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The other entrances: the engine's REST API, Camunda Modeler, the Java API. The same gate stands before each. */
@TandemRuns
class DeploymentsTest extends OwnerSaves {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessFolder live;

    @Autowired
    private RepositoryService repository;

    private Http.Answer deploys(String user, String source, Map<String, String> files) {
        return Deploying.by(user, port, source, files);
    }

    private String changed(String file, String from, String to) {
        var text = folder.read(file);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void whatAProgramDeploysGoesLiveWithAllThatIsLiveAndIsInTheFolder() {
        var model = changed("ticket.bpmn", "name=\"Understand the request\"", "name=\"Understand what is asked\"");

        var answer = deploys("admin", "a program", Map.of("ticket.bpmn", model));

        assertThat(answer.status()).isEqualTo(200);
        var version = versions.find(versions.live().orElseThrow()).orElseThrow();
        assertThat(version.number()).isGreaterThan(before);
        assertThat(version.way()).isEqualTo(Way.REST);
        assertThat(version.by()).isEqualTo("admin");
        assertThat(version.deployment()).isEqualTo(answer.body().path("id").asText());
        assertThat(repository.getDeploymentResourceNames(version.deployment()))
                .contains("ticket.bpmn", "human-escalation.bpmn", "who-helps.dmn", "forms/help.html");
        assertThat(folder.read("ticket.bpmn")).isEqualTo(model);
        saved.saved();
        assertThat(versions.live()).hasValue(version.number());
    }

    @Test
    void theModelerSendsNamesWithoutFolders() {
        var form = folder.read("forms/help.html") + "<!-- changed -->";

        var answer = deploys("admin", "Camunda Modeler", Map.of("help.html", form));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(versions.find(versions.live().orElseThrow()).orElseThrow().way())
                .isEqualTo(Way.MODELER);
        assertThat(new String(live.files("forms/*").get("forms/help.html"), UTF_8))
                .isEqualTo(form);
        assertThat(folder.has("help.html")).isFalse();
    }

    @Test
    void whatIsRefusedIsToldInWordsAndChangesNothing() {
        var files = new LinkedHashMap<String, String>();
        files.put("ticket.bpmn", changed("ticket.bpmn", "name=\"Understand the request\"", "name=\"Understand\""));
        files.put("survey.dmn", folder.read("survey.dmn") + "<!-- " + NoForbiddenWord.WORD + " -->");
        var shipped = folder.read("ticket.bpmn");

        var answer = deploys("admin", "Camunda Modeler", files);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("survey.dmn", "test.forbidden");
        assertThat(answer.body().at("/details/survey.dmn/errors/0/message").asText())
                .contains("test.forbidden");
        assertThat(versions.live()).hasValue(before);
        assertThat(folder.read("ticket.bpmn")).isEqualTo(shipped);
        assertThat(versions.refused().orElseThrow().by()).isEqualTo("admin");
    }

    @Test
    void whatTheEngineRefusesNamesTheElement() {
        var model = changed("ticket.bpmn", "${understandRequest}", "${understandNobody}");

        var answer = deploys("admin", "Camunda Modeler", Map.of("ticket.bpmn", model));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .at("/details/ticket.bpmn/errors/0/mainElementId")
                        .asText())
                .isEqualTo("serviceTask_understandRequest");
        assertThat(answer.body().path("message").asText()).contains("Understand the request", "There is no step");
    }

    @Test
    void aFileThatBelongsNowhereIsRefused() {
        var answer = deploys("admin", "a program", Map.of("notes.docx", "hello"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("notes.docx", "where this file belongs");
        assertThat(deploys("admin", "a program", Map.of("../../etc/ticket.bpmn", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(versions.live()).hasValue(before);
    }

    @Test
    void whoMayNotDeployHearsNothingElse() {
        var answer = deploys("otto", "Camunda Modeler", Map.of("survey.dmn", NoForbiddenWord.WORD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().toString()).doesNotContain(NoForbiddenWord.WORD);
        assertThat(versions.refused()).isEmpty();
    }

    @Test
    void whereTheFolderCannotBeWrittenNothingGoesLive() {
        // A folder lies where the form has to go.
        folder.save("forms/new.html/.keep", "");

        var answer = deploys("admin", "a program", Map.of("forms/new.html", "<form></form>"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("cannot be written");
        assertThat(versions.live()).hasValue(before);
        assertThat(live.files("forms/*")).doesNotContainKey("forms/new.html");
    }

    @Test
    void theJavaApiComesThroughTheSameGate() {
        var good = repository
                .createDeployment()
                .addString("survey.dmn", folder.read("survey.dmn") + "<!-- good -->")
                .deploy();
        assertThat(versions.find(versions.live().orElseThrow()).orElseThrow())
                .satisfies(version -> assertThat(version.way()).isEqualTo(Way.API))
                .satisfies(version -> assertThat(version.deployment()).isEqualTo(good.getId()));
        assertThat(folder.read("survey.dmn")).endsWith("<!-- good -->");

        var bad = repository.createDeployment().addString("survey.dmn", NoForbiddenWord.WORD);
        assertThatThrownBy(bad::deploy)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("survey.dmn");
        var later = repository
                .createDeployment()
                .addString("survey.dmn", folder.read("survey.dmn"))
                .activateProcessDefinitionsOn(new Date());
        assertThatThrownBy(later::deploy).hasMessageContaining("at once");
    }

    /** What an earlier deployment held is a wish like any other. */
    @Test
    void anEarlierDeploymentThatIsDeployedAgainIsJudgedAgain() {
        var shipped = versions.find(before).orElseThrow().deployment();
        deploys("admin", "a program", Map.of("survey.dmn", folder.read("survey.dmn") + "<!-- other -->"));

        repository
                .createDeployment()
                .nameFromDeployment(shipped)
                .addDeploymentResources(shipped)
                .deploy();

        assertThat(folder.read("survey.dmn")).doesNotContain("<!-- other -->");
    }

    @Test
    void nobodyDeletesModelsThatAreLiveOrThatTicketsRunBy() {
        var deployment = versions.find(before).orElseThrow().deployment();
        assertThatThrownBy(() -> repository.deleteDeployment(deployment, true))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("live");
        CustomerInChat.writes(port, "en", "human please, my toaster sings");
        deploys("admin", "a program", Map.of("survey.dmn", folder.read("survey.dmn") + "<!-- newer -->"));
        var old = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey("ticket")
                .singleResult()
                .getId();

        assertThatThrownBy(() -> repository.deleteDeployment(deployment, true))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("still run");
        assertThatThrownBy(() -> repository.deleteProcessDefinition(old, true))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> repository
                        .deleteProcessDefinitions()
                        .byKey("ticket")
                        .cascade()
                        .delete())
                .isInstanceOf(BadUserRequestException.class);
        assertThat(new Http(port)
                        .send(
                                "DELETE",
                                "/engine-rest/deployment/" + deployment + "?cascade=true",
                                null,
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("admin:tandem".getBytes(UTF_8)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void modelsThatNobodyUsesAnyMoreCanBeDeleted() {
        deploys("admin", "a program", Map.of("survey.dmn", folder.read("survey.dmn") + "<!-- short-lived -->"));
        var unused = versions.find(versions.live().orElseThrow()).orElseThrow().deployment();
        folder.reset();
        saved.saved();

        repository.deleteDeployment(unused, true);

        assertThat(repository.createDeploymentQuery().deploymentId(unused).count())
                .isZero();
    }
}
