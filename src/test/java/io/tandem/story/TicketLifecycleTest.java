package io.tandem.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.ticket.Tickets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole tickets, from the first word to the rating, over the real program. */
@TandemRuns
class TicketLifecycleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Autowired
    private JdbcClient sql;

    @Test
    void karlaIsHelpedByTheBotComesBackAndIsHelpedByAnna() {
        var karla = CustomerInChat.writes(port, "de", "Wann kommt meine Rückerstattung?");
        var answer = karla.hears("bot");
        assertThat(answer.path("sources").path(0).path("article").asText()).isEqualTo("refund-status");
        assertThat(answer.path("text").asText()).contains("eine Maschine");
        assertThat(karla.holder()).isEqualTo("BOT");

        karla.says(answer, true);
        karla.seesState("RESOLVED");
        karla.isAskedForARating();

        karla.writes("Sie ist doch nicht da. Bestellung WK-12345678, 49,90 €");
        karla.sees("QUEUE");
        karla.hears("system", message -> message.path("text").asText().contains("noch einmal"));

        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        var form = anna.opens(task);
        assertThat(form.at("/brief/matter").asText()).isEqualTo("Wann kommt meine Rückerstattung?");
        assertThat(form.at("/brief/tried/0/title").asText()).isEqualTo("Wann kommt meine Erstattung?");
        assertThat(form.at("/brief/facts").findValuesAsText("value")).contains("WK-12345678", "49,90 €");

        anna.notes(task, "Kollegin im Versand gefragt");
        assertThat(anna.replies(task, "Ich habe es angestoßen, morgen ist das Geld da.", "resolve")
                        .status())
                .isEqualTo(200);
        var reply = karla.hears("agent");
        assertThat(reply.path("name").asText()).isEqualTo("Anna");
        assertThat(karla.messages())
                .noneMatch(message -> message.path("text").asText().contains("Kollegin"));

        karla.isAskedForARating();
        karla.rates(5, "Danke!");
        karla.seesState("CLOSED");
    }

    @Test
    void theBotIsSilentOnceAPersonIsWanted() {
        var karla = CustomerInChat.writes(port, "en", "How do I return something?");
        karla.hears("bot");

        karla.asksForAPerson();
        assertThat(karla.holder()).isEqualTo("QUEUE");
        karla.hears("system");
        karla.writes("How long does delivery take?");

        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.taskOf(karla.ticket());
        assertThat(karla.messages())
                .filteredOn(message -> message.path("author").asText().equals("bot"))
                .hasSize(1);
    }

    @Test
    void aWishInWordsIsEnough() {
        var karla = CustomerInChat.writes(port, "de", "kein Bot mehr, ich will mit einem Menschen sprechen!");

        karla.sees("QUEUE");
        assertThat(karla.messages())
                .noneMatch(message -> message.path("author").asText().equals("bot"));
    }

    @Test
    void aReplyComesBackToTheSameAgentUntilItIsResolved() {
        var karla = CustomerInChat.writes(port, "en", "real person please");
        var ben = AgentAtDesk.signsIn(port, "ben");

        ben.replies(ben.taskOf(karla.ticket()), "What is your order number?", "wait");
        karla.hears("agent");
        assertThat(karla.status().path("agent").asText()).isEqualTo("Ben");
        karla.writes("WK-87654321");
        var form = ben.opens(ben.taskOf(karla.ticket()));

        assertThat(form.path("mine").asBoolean()).isTrue();
    }

    @Test
    void twoAgentsCollideAndNoWordIsLost() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var ben = AgentAtDesk.signsIn(port, "ben");
        var task = anna.taskOf(karla.ticket());

        assertThat(anna.claimsInTasklist(task, "anna").status()).isEqualTo(204);
        karla.sees("AGENT");
        ben.act("PUT", task, "/draft", Map.of("text", "I can help"));
        var late = ben.replies(task, "I can help", "wait");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asText()).contains("Anna");
        assertThat(ben.opens(task).path("draft").asText()).isEqualTo("I can help");
        assertThat(karla.messages())
                .noneMatch(message -> message.path("author").asText().equals("agent"));
    }

    @Test
    void aTicketIsPassedOnWithANote() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var ben = AgentAtDesk.signsIn(port, "ben");

        ben.passesOn(ben.taskOf(karla.ticket()), Map.of("group", "leads"), "A case for you, Lea");

        var lea = AgentAtDesk.signsIn(port, "lea");
        var form = lea.opens(lea.taskOf(karla.ticket()));
        assertThat(form.path("messages").findValuesAsText("text")).contains("A case for you, Lea");
        assertThat(karla.holder()).isEqualTo("QUEUE");
    }

    @Test
    void aBadRatingBringsAPerson() {
        var karla = CustomerInChat.writes(port, "de", "Wann kommt meine Rückerstattung?");
        karla.says(karla.hears("bot"), true);
        karla.isAskedForARating();

        karla.rates(1, "Das war nichts");
        karla.sees("QUEUE");

        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.replies(anna.taskOf(karla.ticket()), "Das tut mir leid", "resolve");
        karla.seesState("CLOSED");
    }

    @Test
    void whoWritesLongAfterTheEndGetsANewTicketThatKnowsTheOldOne() {
        var karla = CustomerInChat.writes(port, "de", "Wann kommt meine Rückerstattung?");
        karla.says(karla.hears("bot"), true);
        karla.isAskedForARating();
        karla.rates(4, "");
        karla.seesState("CLOSED");
        var old = karla.ticket();
        sql.sql("update ticket set reopenable_until = opened_at where id = ?")
                .param(old)
                .update();

        var written = karla.writes("Und was kostet der Versand?");
        karla.goesOnIn(written.body().path("continuedIn"));

        assertThat(tickets.get(karla.ticket()).previous()).hasValue(old);
        karla.hears("bot");
    }

    @Test
    void answersThatDoNotHelpEndWithAPerson() {
        var karla = CustomerInChat.writes(port, "de", "Wann kommt meine Rückerstattung?");

        for (int round = 0; round < 3 && karla.holder().equals("BOT"); round++) {
            var answer =
                    karla.hears("bot", message -> message.path("askFeedback").asBoolean());
            karla.says(answer, false);
            org.awaitility.Awaitility.await()
                    .until(() -> karla.holder().equals("QUEUE")
                            || karla.messages().stream()
                                    .anyMatch(message ->
                                            message.path("askFeedback").asBoolean()));
        }

        karla.sees("QUEUE");
    }
}
