package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what a button says that the customer has pressed. To press twice is to press once. */
@Component
public class Presses {

    /**
     * What became of it.
     *
     * @param done whether it was done, or had been done before
     * @param text for the customer, in their language
     */
    public record Outcome(boolean done, String text) {}

    private final Inbox inbox;
    private final Tickets tickets;
    private final Messages messages;
    private final TakesRatings ratings;
    private final Texts texts;

    Presses(Inbox inbox, Tickets tickets, Messages messages, TakesRatings ratings, Texts texts) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.messages = messages;
        this.ratings = ratings;
        this.texts = texts;
    }

    /** Without a comment. */
    public Outcome press(UUID ticket, String press) {
        return press(ticket, press, null);
    }

    /**
     * @param ticket of whose customer the channel knows that they pressed
     * @param comment what the customer adds to a rating
     */
    public Outcome press(UUID ticket, String press, @Nullable String comment) {
        var at = tickets.survivorOf(tickets.get(ticket));
        return Press.read(press)
                .map(known -> press(at, known, comment))
                .orElseGet(() -> new Outcome(false, texts.get(at.language(), "press.unknown")));
    }

    private Outcome press(Ticket ticket, Press press, @Nullable String comment) {
        return switch (press.kind()) {
            case HUMAN -> human(ticket);
            case HELPED -> outcome(ticket, feedback(ticket, press, true), "press.helped", "press.tooLate");
            case UNHELPED -> outcome(ticket, feedback(ticket, press, false), "press.unhelped", "press.tooLate");
            case CHOOSE -> outcome(ticket, choose(ticket, press), "press.chosen", "press.tooLate");
            case RATE -> rate(ticket, press, comment);
        };
    }

    /** Whoever has it already hears that the customer waits. */
    private Outcome human(Ticket ticket) {
        var thanks = ticket.withPerson() ? "press.humanAlready" : "press.human";
        return outcome(ticket, inbox.wantHuman(ticket.id()), thanks, "press.over");
    }

    private Outcome outcome(Ticket ticket, boolean done, String thanks, String sorry) {
        return new Outcome(done, texts.get(ticket.language(), done ? thanks : sorry));
    }

    private boolean feedback(Ticket ticket, Press press, boolean helped) {
        var answer = press.message();
        return answer != null && isOn(ticket, answer) && inbox.answerHelped(ticket.id(), answer, helped);
    }

    private boolean isOn(Ticket ticket, UUID message) {
        return messages.find(message)
                .filter(found -> found.ticket().equals(ticket.id()))
                .isPresent();
    }

    /** To choose is to write the title. */
    private boolean choose(Ticket ticket, Press press) {
        var title = chosen(ticket, press);
        title.ifPresent(words -> inbox.receive(new InboundMessage(
                ticket.channel(),
                Conversation.known(ticket.id()),
                "press:" + press.text(),
                words,
                null,
                ticket.language())));
        return title.isPresent();
    }

    private Optional<String> chosen(Ticket ticket, Press press) {
        if (press.message() == null) return Optional.empty();
        return messages.find(press.message())
                .filter(question -> question.ticket().equals(ticket.id()))
                .filter(question -> BotVoice.awaitsChoice(ticket, question) || isChosen(ticket, press))
                .filter(question -> press.number() < question.choiceList().size())
                .map(question -> question.choiceList().get(press.number()).title());
    }

    private boolean isChosen(Ticket ticket, Press press) {
        return messages.saidOn(ticket.id(), "press:" + press.text()).isPresent();
    }

    private Outcome rate(Ticket ticket, Press press, @Nullable String comment) {
        if (press.resolution() != ticket.resolutions()) return notRated(ticket, "press.tooLate");
        return switch (ratings.rate(ticket.id(), press.number(), comment)) {
            case COUNTED -> outcome(ticket, true, "press.rated", "press.tooLate");
            case RATED_BEFORE -> notRated(ticket, "press.ratedBefore");
            case NOT_ASKED ->
                notRated(ticket, ticket.state() == Ticket.State.RESOLVED ? "press.rateNotAsked" : "press.tooLate");
        };
    }

    /** As long as a ticket is open, nobody can say how it was. */
    private Outcome notRated(Ticket ticket, String why) {
        return outcome(ticket, false, "press.rated", ticket.isOpen() ? "press.rateOpen" : why);
    }
}
