package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.process.AgentTasks;
import io.tandem.process.ColleagueTasks;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http.Answer;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Colleagues are named and asked, and the ticket stays where it is. */
@TandemRuns
class WorkingTogetherTest {

    /** The first ticket waits for the bot to have read its articles. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private ColleagueTasks colleagues;

    private CustomerInChat karla;
    private AgentAtDesk anna;
    private AgentAtDesk ben;
    private String task;

    @BeforeEach
    void annaHasATicket() {
        karla = CustomerInChat.writes(port, "en", "human please");
        anna = AgentAtDesk.signsIn(port, "anna");
        ben = AgentAtDesk.signsIn(port, "ben");
        task = await().atMost(PATIENCE)
                .until(() -> tasks.openOn(karla.ticket()), Optional::isPresent)
                .orElseThrow()
                .id();
        anna.claimsInTasklist(task, "anna");
        karla.sees("AGENT");
    }

    @Test
    void whoIsNamedInANoteGetsATaskAndTheTicketStaysWithItsAgent() {
        anna.notes(task, "@Ben and @lea, have you seen this? (not you, @Anna)");

        assertThat(colleagues.openOn(karla.ticket()))
                .extracting(ColleagueTasks.Asked::person)
                .containsExactlyInAnyOrder("ben", "lea");
        var bens = colleagueTaskOf("ben");
        assertThat(ben.opens(bens).path("messages").findValuesAsText("text")).contains("human please");
        var together = together(ben, bens);
        assertThat(together.path("kind").asText()).isEqualTo("mention");
        assertThat(together.at("/asked/text").asText()).contains("have you seen this?");
        assertThat(karla.status().path("agent").asText()).isEqualTo("Anna");

        assertThat(answers(ben, bens, "").status()).isEqualTo(200);
        assertThat(colleagues.openOn(karla.ticket()))
                .extracting(ColleagueTasks.Asked::person)
                .containsExactly("lea");
        assertThat(karla.messages())
                .noneMatch(message -> message.path("text").asText().contains("have you seen"));
    }

    @Test
    void theSameNoteTwiceNamesOnce() {
        var note = Map.of("text", "@ben look", "id", UUID.randomUUID());

        anna.act("POST", task, "/note", note);
        anna.act("POST", task, "/note", note);

        assertThat(colleagues.openOn(karla.ticket())).hasSize(1);
    }

    @Test
    void benAnswersAnnasQuestionAndAnnaLearnsOfIt() {
        assertThat(asks(anna, Map.of("user", "ben"), "Is the blue one in stock?")
                        .status())
                .isEqualTo(201);
        assertThat(together(anna, task).at("/questions/0/to").asText()).isEqualTo("Ben");
        var question = colleagueTaskOf("ben");
        assertThat(together(ben, question).path("kind").asText()).isEqualTo("question");
        assertThat(answers(ben, question, " ").status()).isEqualTo(400);

        assertThat(answers(ben, question, "Yes, three of them").status()).isEqualTo(200);

        assertThat(anna.opens(task).path("mine").asBoolean()).isTrue();
        assertThat(anna.opens(task).path("messages").findValuesAsText("text")).contains("Yes, three of them");
        var heard = together(anna, task);
        assertThat(heard.path("unread").asInt()).isEqualTo(1);
        assertThat(heard.path("questions")).isEmpty();
        var outcome = together(anna, colleagueTaskOf("anna"));
        assertThat(outcome.path("kind").asText()).isEqualTo("outcome");
        assertThat(outcome.at("/answer/name").asText()).isEqualTo("Ben");
        assertThat(anna.act("PUT", task, "/outcomes", null).status()).isEqualTo(204);
        assertThat(colleagues.openOn(karla.ticket())).isEmpty();
        assertThat(karla.status().path("agent").asText()).isEqualTo("Anna");
    }

    @Test
    void ofAGroupTheFirstOneAnswersAndTheOtherHearsWho() {
        asks(anna, Map.of("group", "agents"), "Who knows blenders?");
        var question = colleagues.openOn(karla.ticket()).get(0).task();
        var lea = AgentAtDesk.signsIn(port, "lea");
        ben.act("PUT", question, "/draft", Map.of("text", "I do"));

        assertThat(answers(lea, question, "I know them all").status()).isEqualTo(200);
        var late = answers(ben, question, "I do");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("name").asText()).isEqualTo("Lea");
        assertThat(tasks.get(task).assignee()).isEqualTo("anna");
        assertThat(anna.opens(task).path("messages").findValuesAsText("text"))
                .contains("I know them all")
                .doesNotContain("I do");
    }

    @Test
    void claimingAQuestionIsNotTakingTheTicket() {
        asks(anna, Map.of("group", "agents"), "Who knows blenders?");
        var question = colleagues.openOn(karla.ticket()).get(0).task();

        assertThat(ben.claimsInTasklist(question, "ben").status()).isEqualTo(204);

        assertThat(karla.status().path("agent").asText()).isEqualTo("Anna");
        assertThat(tasks.openOn(karla.ticket()).orElseThrow().id()).isEqualTo(task);
        assertThat(ben.replies(question, "Hello from Ben", "wait").status()).isEqualTo(404);
        assertThat(ben.passesOn(question, Map.of("user", "lea"), "yours").status())
                .isEqualTo(404);
    }

    @Test
    void questionsEndWithTheTicket() {
        asks(anna, Map.of("user", "ben"), "Is the blue one in stock?");
        var question = colleagueTaskOf("ben");

        anna.replies(task, "It is in stock", "resolve");
        karla.seesState("RESOLVED");

        await().atMost(PATIENCE).until(() -> colleagues.openOn(karla.ticket()).isEmpty());
        assertThat(answers(ben, question, "Yes").status()).isEqualTo(409);
        karla.writes("It is not");
        karla.sees("QUEUE");
        assertThat(await().atMost(PATIENCE).until(() -> tasks.openOn(karla.ticket()), Optional::isPresent))
                .isPresent();
    }

    @Test
    void theWordWithWhichATicketIsPassedOnStandsFirst() {
        anna.passesOn(task, Map.of("user", "ben"), "You know blenders");

        var bens = tasks.openOn(karla.ticket()).orElseThrow().id();
        var word = together(ben, bens).path("passedOn");
        assertThat(word.path("name").asText()).isEqualTo("Anna");
        assertThat(word.path("text").asText()).isEqualTo("You know blenders");

        ben.replies(bens, "Which blender is it?", "wait");
        karla.hears("agent");
        karla.writes("The French one");
        var again = await().atMost(PATIENCE)
                .until(() -> tasks.openOn(karla.ticket()), Optional::isPresent)
                .orElseThrow();
        assertThat(together(ben, again.id()).path("passedOn").isNull()).isTrue();
    }

    @Test
    void aQuestionGoesToSomebodyWhoIsThere() {
        assertThat(asks(anna, Map.of("user", "karla"), "?").status()).isEqualTo(400);
        assertThat(asks(anna, Map.of("group", "owners"), "?").status()).isEqualTo(400);
        assertThat(asks(anna, Map.of(), "?").status()).isEqualTo(400);
        assertThat(asks(anna, Map.of("user", "ben"), " ").status()).isEqualTo(400);
        assertThat(colleagues.openOn(karla.ticket())).isEmpty();
    }

    private Answer asks(AgentAtDesk agent, Map<String, String> to, String text) {
        return agent.act("POST", task, "/questions", Map.of("to", to, "text", text, "id", UUID.randomUUID()));
    }

    private static Answer answers(AgentAtDesk colleague, String question, String text) {
        return colleague.act("POST", question, "/answer", Map.of("text", text, "id", UUID.randomUUID()));
    }

    private static JsonNode together(AgentAtDesk agent, String task) {
        return agent.act("GET", task, "/together", null).body();
    }

    private String colleagueTaskOf(String user) {
        List<String> of = colleagues.openOn(karla.ticket()).stream()
                .filter(asked -> user.equals(tasks.get(asked.task()).assignee()))
                .map(ColleagueTasks.Asked::task)
                .toList();
        assertThat(of).hasSize(1);
        return of.get(0);
    }
}
