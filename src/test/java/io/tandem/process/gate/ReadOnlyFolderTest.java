package io.tandem.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.FolderOnDisk;
import io.tandem.content.ProcessFolder;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Owners have given Tandem a folder in which it may read only. */
@TandemRuns
class ReadOnlyFolderTest {

    private static final String STEP = "name=\"Understand the request\"";

    @LocalServerPort
    private int port;

    @Autowired
    private SavedFolder saved;

    @Autowired
    private Versions versions;

    @Autowired
    private ProcessFolder live;

    @Autowired
    private RepositoryService repository;

    private OwnersFolder folder;
    private int first;
    private int second;

    @BeforeEach
    void twoVersions(@Autowired FolderOnDisk disk) {
        folder = new OwnersFolder(disk.path());
        folder.reset();
        saved.saved();
        first = versions.live().orElseThrow();
        folder.edit("ticket.bpmn", STEP, "name=\"Understand\"");
        saved.saved();
        second = versions.live().orElseThrow();
        assertThat(second).isGreaterThan(first);
    }

    @AfterEach
    void asItWas() {
        folder.reset();
        saved.saved();
    }

    @Test
    void whatIsDeployedIsRefusedWithTheReasonAndTheLiveVersionStays() throws Exception {
        var deployments = repository.createDeploymentQuery().count();
        var model = folder.read("ticket.bpmn").replace("name=\"Understand\"", "name=\"Understand it\"");
        Http.Answer answer;
        try (var readOnly = new ReadOnly(folder.path)) {
            answer = Deploying.by("admin", port, "a program", Map.of("ticket.bpmn", model));
        }

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains(folder.path.toString(), "cannot be written");
        assertThat(versions.live()).hasValue(second);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(new String(live.files("ticket.bpmn").get("ticket.bpmn"), StandardCharsets.UTF_8))
                .isEqualTo(folder.read("ticket.bpmn"));
        assertThat(Deploying.by("admin", port, "a program", Map.of("ticket.bpmn", model))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyGoesBackToWhatCouldNotBeWrittenDown() throws Exception {
        var otto = AgentAtDesk.signsIn(port, "otto");
        Http.Answer answer;
        try (var readOnly = new ReadOnly(folder.path)) {
            answer = restores(otto);
        }

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/findings/0/rule").asText()).isEqualTo("folder.notWritable");
        assertThat(answer.body().at("/findings/0/text").asText()).contains(folder.path.toString());
        assertThat(answer.body().at("/findings/0/todo").asText()).isNotBlank();
        assertThat(versions.live()).hasValue(second);
        assertThat(folder.read("ticket.bpmn")).doesNotContain(STEP);
        assertThat(restores(otto).status()).isEqualTo(200);
        assertThat(folder.read("ticket.bpmn")).contains(STEP);
    }

    private Http.Answer restores(AgentAtDesk otto) {
        return otto.send("POST", "/api/processes/versions/" + first + "/restore", null);
    }

    @Test
    void whatLiesInItGoesLiveAllTheSame() throws Exception {
        folder.edit("ticket.bpmn", "name=\"Understand\"", "name=\"Understand it\"");
        try (var readOnly = new ReadOnly(folder.path)) {
            saved.saved();
        }

        assertThat(versions.live().orElseThrow()).isGreaterThan(second);
        assertThat(versions.refused()).isEmpty();
    }
}
