package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Deliveries.State;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent's answer that never arrives brings somebody: the customer still waits, and nobody else knows. */
class LostAnswersTest extends ByPigeon {

    private static final String ANSWER = "Two days, Karla.";

    @Autowired
    private Presses presses;

    @Test
    void whileTheirReplyIsAwaitedTheTaskGoesBackToWhoAnswered() {
        isLost(Author.AGENT);

        replies(ANSWER, "wait");

        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.FAILED);
        var again = anna.taskOf(ticket);
        assertThat(again).isNotEqualTo(task);
        assertThat(anna.opens(again).at("/assignee/user").asText()).isEqualTo("anna");
        assertThat(notes()).last().asString().contains("the loft is empty");
    }

    private void isLost(Author author) {
        pigeon.weather(message -> {
            if (message.author() == author) throw new Undeliverable("the loft is empty");
        });
    }

    @Test
    void aResolvedTicketIsReopenedAndNobodyIsToldThatTheyCameBack() {
        isLost(Author.AGENT);

        replies(ANSWER, "resolve");

        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.FAILED);
        var again = anna.taskOf(ticket);
        assertThat(tickets.get(ticket).handover()).hasValue(Handover.UNDELIVERED);
        assertThat(anna.opens(again).at("/brief/reason").asText())
                .isEqualTo("Our last message never reached the customer.");
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> messages.of(ticket).stream()
                        .map(Message::text)
                        .noneMatch(text -> text.startsWith("Good that you came back")));
    }

    /** Many are closed at once, since nobody is asked for a rating twice a week; and bounces come late. */
    @Test
    void aClosedTicketIsBroughtBackAsTheCustomerCould() {
        replies(ANSWER, "resolve");
        var question = hears(pigeon, ByPigeon::asksForRating);
        presses.press(ticket, question.buttons().get(0).press());
        await().atMost(PATIENCE).until(() -> tickets.get(ticket).state() == Ticket.State.CLOSED);

        var answer = hears(pigeon, message -> message.author() == Author.AGENT);
        deliveries.failed(pigeon.name(), "ring-" + answer.id(), "came back");

        assertThat(fateOf(ANSWER).state()).isEqualTo(State.FAILED);
        assertThat(notes()).last().asString().contains("came back");
        assertThat(anna.opens(anna.taskOf(ticket)).at("/brief/reason").asText())
                .isEqualTo("Our last message never reached the customer.");
    }

    @Test
    void aTicketThatHasBeenClosedForTooLongStaysClosed() {
        replies(ANSWER, "resolve");
        var question = hears(pigeon, ByPigeon::asksForRating);
        presses.press(ticket, question.buttons().get(0).press());
        await().atMost(PATIENCE).until(() -> tickets.get(ticket).state() == Ticket.State.CLOSED);
        sql.sql("update ticket set reopenable_until = closed_at where id = ?")
                .param(ticket)
                .update();

        var answer = hears(pigeon, message -> message.author() == Author.AGENT);
        deliveries.failed(pigeon.name(), "ring-" + answer.id(), "came back");

        assertThat(fateOf(ANSWER).state()).isEqualTo(State.FAILED);
        assertThat(notes()).last().asString().contains("came back");
        assertThat(tickets.get(ticket).state()).isEqualTo(Ticket.State.CLOSED);
    }

    @Test
    void afterAMergeTheTicketHearsOfItInWhichTheMatterGoesOn() {
        replies(ANSWER, "wait");
        var answer = hears(pigeon, message -> message.author() == Author.AGENT);
        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.SENT);
        var second = inbox.receive(new InboundMessage(
                        pigeon.name(),
                        Conversation.fresh(karla),
                        UUID.randomUUID().toString(),
                        "Let me talk to a person please",
                        "Karla",
                        "en"))
                .ticket();
        var there = anna.taskOf(second);
        anna.claimsInTasklist(there, "anna");
        var number = tickets.get(ticket).number();
        assertThat(anna.act("PUT", there, "/merged/" + number, null).status()).isEqualTo(204);

        deliveries.failed(pigeon.name(), "ring-" + answer.id(), "came back");

        assertThat(messages.of(second))
                .last()
                .extracting(Message::text)
                .asString()
                .contains("came back");
        assertThat(notes()).noneMatch(note -> note.contains("came back"));
    }

    @Test
    void aQuestionForARatingIsWorthNobodysTime() {
        isLost(Author.SYSTEM);

        replies(ANSWER, "resolve");

        await().atMost(PATIENCE).until(() -> notes().stream().anyMatch(note -> note.contains("the loft is empty")));
        assertThat(tickets.get(ticket).state()).isEqualTo(Ticket.State.RESOLVED);
        assertThat(fateOf(ANSWER).state()).isEqualTo(State.SENT);
    }
}
