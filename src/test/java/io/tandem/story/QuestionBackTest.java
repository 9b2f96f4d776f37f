package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Ticket.Resolution;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the bot does not answer at once: between two topics, and at words that bring no matter. */
@TandemRuns
class QuestionBackTest {

    private static final String UNCLEAR = "invoice copy or business invoice";
    private static final String UNKLAR = "Retourenetikett und Rückgabefrist";

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Messages messages;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Test
    void betweenTwoTopicsTheCustomerChoosesAndIsAnswered() {
        var karla = CustomerInChat.writes(port, "en", UNCLEAR);
        var question = hearsAQuestion(karla);
        assertThat(question.path("choices").findValuesAsText("article"))
                .containsExactlyInAnyOrder("invoice-copy", "business-invoice");
        assertThat(question.path("text").asText())
                .contains("a machine", titles(question).get(0), titles(question).get(1));
        assertThat(question.path("sources")).isEmpty();
        assertThat(question.path("askFeedback").asBoolean()).isFalse();

        karla.writes(titles(question).get(1));

        var answer = hearsAnAnswer(karla);
        assertThat(answer.at("/sources/0/article").asText())
                .isEqualTo(question.at("/choices/1/article").asText());
        assertThat(karla.messages())
                .allSatisfy(message -> assertThat(message.path("choices")).isEmpty());
        karla.says(answer, true);
        karla.seesState("RESOLVED");
        assertThat(tickets.get(karla.ticket()).topic())
                .hasValue(question.at("/choices/1/article").asText());
    }

    @Test
    void aChoiceCanBeMadeInWords() {
        var karla = CustomerInChat.writes(port, "de", UNKLAR);
        var question = hearsAQuestion(karla);
        assertThat(question.path("text").asText())
                .contains("Meinen Sie „" + titles(question).get(0));

        karla.writes("Das zweite bitte");

        assertThat(hearsAnAnswer(karla).at("/sources/0/article").asText())
                .isEqualTo(question.at("/choices/1/article").asText());
    }

    @Test
    void whoStaysUnclearIsNotAskedAgain() {
        var karla = CustomerInChat.writes(port, "en", UNCLEAR);
        hearsAQuestion(karla);

        karla.writes(UNCLEAR);

        karla.sees("QUEUE");
        assertThat(tickets.get(karla.ticket()).handover()).hasValue(Handover.NOT_SURE);
    }

    @Test
    void aPersonIsThereWhileTheQuestionIsOpen() {
        var karla = CustomerInChat.writes(port, "en", UNCLEAR);
        var question = hearsAQuestion(karla);

        karla.asksForAPerson();

        karla.sees("QUEUE");
        assertThat(question(karla).path("choices")).isEmpty();
        karla.writes(titles(question).get(0));
        AgentAtDesk.signsIn(port, "anna").taskOf(karla.ticket());
        assertThat(botsMessages(karla)).hasSize(1);
    }

    @Test
    void aQuestionIsNotToBeJudged() {
        var karla = CustomerInChat.writes(port, "en", UNCLEAR);
        var question = hearsAQuestion(karla);

        var judged =
                karla.send("PUT", "/messages/" + question.path("id").asText() + "/feedback", Map.of("helped", true));

        assertThat(judged.status()).isEqualTo(409);
    }

    @Test
    void aQuestionThatNobodyAnswersBringsAPerson() {
        var karla = CustomerInChat.writes(port, "en", UNCLEAR);
        hearsAQuestion(karla);

        anHourPasses(karla);

        karla.sees("QUEUE");
        karla.hears("system", message -> message.path("text").asText().contains("question is still open"));
        assertThat(tickets.get(karla.ticket()).handover()).hasValue(Handover.NO_REPLY);
        var anna = AgentAtDesk.signsIn(port, "anna");
        assertThat(anna.opens(anna.taskOf(karla.ticket())).at("/brief/reason").asText())
                .containsAnyOf("has not replied", "nicht geantwortet");
    }

    @Test
    void whoOnlyGreetsIsAskedWhatItIsAbout() {
        var karla = CustomerInChat.writes(port, "de", "Hallo!");
        assertThat(karla.hears("bot").path("text").asText()).contains("eine Maschine", "Worum geht es");

        karla.writes("Wann kommt meine Rückerstattung?");

        assertThat(hearsAnAnswer(karla).at("/sources/0/article").asText()).isEqualTo("refund-status");
    }

    @Test
    void aGreetingIsNotWhatTheAgentReadsFirst() {
        var karla = CustomerInChat.writes(port, "en", "Hello");
        karla.hears("bot");
        karla.writes("My blender plays the national anthem at night");
        karla.sees("QUEUE");

        var anna = AgentAtDesk.signsIn(port, "anna");

        assertThat(anna.opens(anna.taskOf(karla.ticket())).at("/brief/matter").asText())
                .isEqualTo("My blender plays the national anthem at night");
    }

    @Test
    void whoGreetsTwiceTalksToAPerson() {
        var karla = CustomerInChat.writes(port, "en", "Hello");
        karla.hears("bot");

        karla.writes("Good morning");

        karla.sees("QUEUE");
        assertThat(botsMessages(karla)).hasSize(1);
    }

    @Test
    void whoThanksCanStillSayThatItHelped() {
        var karla = CustomerInChat.writes(port, "en", "When will I get my refund?");
        var answer = hearsAnAnswer(karla);

        karla.writes("Thank you very much!");
        var kindWord = karla.hears(
                "bot",
                message -> message.path("askFeedback").asBoolean()
                        && message.path("sources").isEmpty());
        assertThat(kindWord.path("text").asText()).contains("welcome");
        karla.says(kindWord, true);

        karla.seesState("RESOLVED");
        var ticket = tickets.get(karla.ticket());
        assertThat(ticket.resolution()).hasValue(Resolution.BOT_CONFIRMED);
        assertThat(ticket.topic()).hasValue("refund-status");
        assertThat(messages.of(ticket.id()))
                .filteredOn(message ->
                        message.id().toString().equals(answer.path("id").asText()))
                .allSatisfy(message -> assertThat(message.helped()).isTrue());
    }

    @Test
    void thanksForNothingAreAGreeting() {
        var karla = CustomerInChat.writes(port, "en", "Thanks");

        var asked = karla.hears("bot");

        assertThat(asked.path("text").asText()).contains("what is it about?");
        assertThat(asked.path("askFeedback").asBoolean()).isFalse();
    }

    private static JsonNode hearsAQuestion(CustomerInChat karla) {
        return karla.hears("bot", message -> !message.path("choices").isEmpty());
    }

    private static JsonNode hearsAnAnswer(CustomerInChat karla) {
        return karla.hears("bot", message -> !message.path("sources").isEmpty());
    }

    private static JsonNode question(CustomerInChat karla) {
        return botsMessages(karla).get(0);
    }

    private static List<JsonNode> botsMessages(CustomerInChat karla) {
        return karla.messages().stream()
                .filter(message -> message.path("author").asText().equals("bot"))
                .toList();
    }

    private static List<String> titles(JsonNode question) {
        return question.path("choices").findValuesAsText("title");
    }

    private void anHourPasses(CustomerInChat karla) {
        var attempt = await().until(
                        () -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey("bot-attempt")
                                .processInstanceBusinessKey(karla.ticket().toString())
                                .singleResult(),
                        found -> found != null);
        var timer = await().until(
                        () -> management
                                .createJobQuery()
                                .processInstanceId(attempt.getId())
                                .timers()
                                .singleResult(),
                        found -> found != null);
        management.executeJob(timer.getId());
    }
}
