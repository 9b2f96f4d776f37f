package io.tandem.insight.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tandem.process.migration.Owner;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Where the tickets are and how they went on, as the page of the processes asks for it. */
@TandemRuns
class StepsApiTest {

    private static final String WAITS = "gateway_reply";

    @LocalServerPort
    private int port;

    @Test
    void aTicketIsCountedWhereItWaitsAndAfterwardsAmongThoseThatWentOn() {
        var otto = AgentAtDesk.signsIn(port, "otto");
        isCountedAnew(otto);
        var before = tickets(otto, "bot-attempt", WAITS);
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        var answer = karla.hears("bot");

        await().untilAsserted(() -> {
            assertThat(tickets(otto, "bot-attempt", WAITS)).isEqualTo(before + 1);
            assertThat(tickets(otto, "ticket", "callActivity_botAttempt")).isPositive();
        });
        karla.says(answer, true);
        karla.isAskedForARating();
        await().until(() -> tickets(otto, "bot-attempt", WAITS) == before);
        await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ofSeconds(1)).untilAsserted(() -> {
            var figures = otto.send("GET", "/api/processes/bot-attempt/figures?days=7", null)
                    .body();
            var found = step(figures, "step", "serviceTask_findAnswer");
            assertThat(found.path("times").asInt()).isPositive();
            assertThat(found.path("median").isNumber()).isTrue();
            assertThat(found.path("ofPeople").asBoolean()).isFalse();
            assertThat(found.at("/onward/0/next").asText()).isEqualTo("gateway_answerFound");
            assertThat(step(figures, "step", WAITS).path("onward").findValuesAsText("next"))
                    .contains("catchEvent_answerHelped");
        });
    }

    @Test
    void eachVersionTellsHowManyTicketsRunOnIt() {
        CustomerInChat.writes(port, "en", "When do I get my refund?").hears("bot");
        var otto = AgentAtDesk.signsIn(port, "otto");
        isCountedAnew(otto);
        var ticket = process(otto, "ticket");

        assertThat(ticket.path("name").asText()).isEqualTo("Ticket");
        var versions = ticket.path("versions");
        assertThat(versions.path(0).path("version").asInt())
                .isEqualTo(ticket.path("version").asInt());
        assertThat(versions.path(0).path("tickets").asInt()).isPositive();
    }

    @Test
    void allWhoLookWithinTwoSecondsShareOneCountAndANewVersionIsCountedAtOnce(@Autowired ApplicationContext tandem) {
        var otto = AgentAtDesk.signsIn(port, "otto");
        var admin = AgentAtDesk.signsIn(port, "admin");
        await().pollDelay(Duration.ZERO).until(() -> countedAt(otto).equals(countedAt(admin)));
        isCountedAnew(otto);
        var version = process(otto, "bot-attempt").path("version").asInt();

        var owner = new Owner(port, tandem);
        owner.saves("bot-attempt.bpmn", "name=\"Find an answer\"", "name=\"Look for an answer\"");
        try {
            assertThat(process(admin, "bot-attempt").path("version").asInt()).isEqualTo(version + 1);
        } finally {
            owner.takesItBack();
        }
    }

    /** What was counted before this moment is not shown any more. */
    private static void isCountedAnew(AgentAtDesk owner) {
        var now = Instant.now();
        await().until(() -> countedAt(owner).isAfter(now));
    }

    private static Instant countedAt(AgentAtDesk owner) {
        return Instant.parse(
                owner.send("GET", "/api/processes/now", null).body().path("at").asText());
    }

    @Test
    void ofPeoplesStepsATeamOfTwoLearnsNothing() {
        var otto = AgentAtDesk.signsIn(port, "otto");
        var figures = otto.send("GET", "/api/processes/human-escalation/figures", null)
                .body();

        assertThat(figures.path("steps")).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("ofPeople").asBoolean()).isTrue();
            assertThat(step.path("tooFew").asBoolean()).isTrue();
            assertThat(step.path("times").asInt()).isZero();
            assertThat(step.path("onward")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/processes", "/processes/page.js", "/api/processes/now", "/api/processes/bot-attempt/figures"})
    void ownersAndAdminsMayLookAndNobodyElse(String path) {
        assertThat(AgentAtDesk.signsIn(port, "otto").send("GET", path, null).status())
                .isEqualTo(200);
        assertThat(AgentAtDesk.signsIn(port, "admin").send("GET", path, null).status())
                .isEqualTo(200);
        assertThat(AgentAtDesk.signsIn(port, "anna").send("GET", path, null).status())
                .isEqualTo(403);
        assertThat(AgentAtDesk.signsIn(port, "lea").send("GET", path, null).status())
                .isEqualTo(403);
        // Who asks for a page is led to the log-in.
        var anonymous = new Http(port).send("GET", path, null);
        assertThat(anonymous.status()).isEqualTo(path.startsWith("/api") ? 401 : 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot-attempt/figures?days=8", "bot-attempt/figures?days=-1"})
    void thereAreThreePeriods(String path) {
        var otto = AgentAtDesk.signsIn(port, "otto");

        assertThat(otto.send("GET", "/api/processes/" + path, null).status()).isEqualTo(400);
        assertThat(otto.send("GET", "/api/processes/nothing/figures", null).status())
                .isEqualTo(404);
    }

    private static int tickets(AgentAtDesk owner, String process, String step) {
        return step(process(owner, process), "step", step).path("tickets").asInt();
    }

    private static JsonNode process(AgentAtDesk owner, String process) {
        var now = owner.send("GET", "/api/processes/now", null);
        assertThat(now.status()).isEqualTo(200);
        return find(now.body().path("processes"), "process", process);
    }

    private static JsonNode step(JsonNode process, String field, String step) {
        return find(process.path("steps"), field, step);
    }

    private static JsonNode find(JsonNode all, String field, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path(field).asText().equals(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
