package io.tandem.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.Texts;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What owners read about versions, and how they go back. */
@TandemRuns
class VersionsApiTest extends OwnerSaves {

    private static final String ENGLISH = "texts/messages_en.properties";

    @LocalServerPort
    private int port;

    @Autowired
    private Texts texts;

    private Http otto;

    @BeforeEach
    void open() {
        otto = signedIn("otto");
    }

    private Http signedIn(String user) {
        var browser = new Http(port);
        browser.signIn(user, "tandem");
        return browser;
    }

    private Http.Answer reads(String path) {
        return otto.send("GET", "/api/processes" + path, null, "Accept-Language", "en");
    }

    private Http.Answer restores(int number) {
        return otto.send(
                "POST",
                "/api/processes/versions/" + number + "/restore",
                null,
                "X-TANDEM-CSRF",
                otto.cookie("TANDEM-CSRF"),
                "Accept-Language",
                "en");
    }

    private int saves(String file, String from, String to) {
        folder.edit(file, from, to);
        saved.saved();
        return versions.live().orElseThrow();
    }

    @Test
    void versionsAreListedTheLatestFirst() {
        var number = saves("ticket.bpmn", "name=\"Understand the request\"", "name=\"Understand\"");

        var page = reads("/versions?size=1").body();

        assertThat(page.path("total").asInt()).isEqualTo(versions.count());
        assertThat(page.at("/versions/0/number").asInt()).isEqualTo(number);
        assertThat(page.at("/versions/0/state").asText()).isEqualTo("LIVE");
        assertThat(page.at("/versions/0/way").asText()).isEqualTo("FOLDER");
        assertThat(page.at("/versions/0/changed").asInt()).isEqualTo(1);
        assertThat(page.at("/versions/0/files/0/name").asText()).isEqualTo("ticket.bpmn");
        assertThat(page.at("/versions/0/files/0/change").asText()).isEqualTo("CHANGED");
        assertThat(reads("/versions/" + before).body().at("/version/state").asText())
                .isEqualTo("EARLIER");
        assertThat(reads("/versions?size=1000").status()).isEqualTo(400);
    }

    @Test
    void whatWasRefusedIsShownWithWhatToDoAboutIt() {
        folder.edit("ticket.bpmn", "${understandRequest}", "${understandNobody}");
        saved.saved();

        var state = reads("/state").body();
        assertThat(state.at("/live/number").asInt()).isEqualTo(before);
        assertThat(state.at("/refused/state").asText()).isEqualTo("REFUSED");
        var finding = state.at("/findings/0");
        assertThat(finding.path("file").asText()).isEqualTo("ticket.bpmn");
        assertThat(finding.at("/element/id").asText()).isEqualTo("serviceTask_understandRequest");
        assertThat(finding.path("text").asText()).contains("There is no step");
        assertThat(finding.path("todo").asText()).isNotBlank();
        var detail = reads("/versions/" + state.at("/refused/number").asInt()).body();
        assertThat(detail.path("files")).hasSize(1);
        assertThat(restores(state.at("/refused/number").asInt()).status()).isEqualTo(409);
    }

    @Test
    void twoVersionsAreComparedInWords() {
        var number = saves("ticket.bpmn", "name=\"Understand the request\"", "name=\"Understand\"");

        var there = reads("/versions/%d/changes/%d".formatted(before, number)).body();
        var german = otto.send(
                "GET",
                "/api/processes/versions/%d/changes/%d".formatted(before, number),
                null,
                "Accept-Language",
                "de");

        assertThat(there.at("/files/0/details/0/kind").asText()).isEqualTo("RENAMED");
        assertThat(there.at("/files/0/details/0/element").asText()).isEqualTo("serviceTask_understandRequest");
        assertThat(there.path("text").asText())
                .contains("\"Understand the request\" (step) is now called \"Understand\".");
        assertThat(german.body().path("text").asText())
                .contains("„Understand the request“ (Schritt) heißt jetzt „Understand“.");
        assertThat(reads("/versions/1/changes/999999").status()).isEqualTo(404);
    }

    @Test
    void oneStepGoesBackAndTakesAwayWhatCameSince() {
        folder.edit(
                ENGLISH,
                text -> text.replaceFirst("(?m)^problem\\.notFound\\.title\\s*=.*$", "problem.notFound.title = Hello"));
        folder.save(
                "knowledge/en/added-since.md",
                folder.read("knowledge/en/refund-status.md").replace("id: refund-status", "id: added-since"));
        saved.saved();
        assertThat(texts.get("en", "problem.notFound.title")).isEqualTo("Hello");
        folder.edit("survey.dmn", text -> text + NoForbiddenWord.WORD);
        saved.saved();

        var answer = restores(before);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("way").asText()).isEqualTo("RESTORE");
        assertThat(answer.body().path("restored").asInt()).isEqualTo(before);
        assertThat(answer.body().path("by").asText()).isEqualTo("otto");
        assertThat(texts.get("en", "problem.notFound.title")).isEqualTo("Not found");
        assertThat(folder.has("knowledge/en/added-since.md")).isFalse();
        assertThat(folder.read("survey.dmn")).doesNotContain(NoForbiddenWord.WORD);
        assertThat(versions.refused()).isEmpty();
        saved.saved();
        assertThat(versions.live()).hasValue(answer.body().path("number").asInt());
    }

    @Test
    void aLiveFileIsPlainTextWhateverItHolds() {
        var answer = otto.download("/api/processes/live/ticket.bpmn");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(folder.read("ticket.bpmn"));
        assertThat(otto.download("/api/processes/live/forms/help.html").statusCode())
                .isEqualTo(200);
        assertThat(reads("/live/nothing.bpmn").status()).isEqualTo(404);
        assertThat(reads("/live/%2e%2e/pom.xml").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/state", "/versions", "/versions/1", "/live/ticket.bpmn"})
    void othersReadNothing(String path) {
        assertThat(new Http(port).send("GET", "/api/processes" + path, null).status())
                .isEqualTo(401);
        assertThat(signedIn("anna").send("GET", "/api/processes" + path, null).status())
                .isEqualTo(403);
        assertThat(signedIn("admin").send("GET", "/api/processes" + path, null).status())
                .isEqualTo(200);
    }

    @Test
    void anotherSiteCannotMakeAnOwnerGoBack() {
        var answer = otto.send("POST", "/api/processes/versions/1/restore", null);

        assertThat(answer.status()).isEqualTo(403);
    }
}
