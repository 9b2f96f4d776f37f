package io.tandem.channel;

import io.tandem.channel.Deliveries.State;
import io.tandem.channel.OtherWays.Way;
import io.tandem.content.Texts;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Customers who have to write before anything reaches them where their ticket is. What we have to say goes another way that is
 * theirs; if there is none, they are invited, and it waits.
 */
@Component
class AwaitedCustomers {

    private static final Duration AWAITED_FOR = Duration.ofDays(3);

    /** What becomes of a message instead of being sent. */
    enum Instead {
        REDIRECTED,
        AWAITING,
        FAILED;

        String outcome() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final OtherWays ways;
    private final WaitingRoom room;
    private final Deliveries deliveries;
    private final Setbacks setbacks;
    private final Tickets tickets;
    private final Messages messages;
    private final Transactions transactions;
    private final Texts texts;
    private final Clock clock;

    AwaitedCustomers(
            OtherWays ways,
            WaitingRoom room,
            Deliveries deliveries,
            Setbacks setbacks,
            Tickets tickets,
            Messages messages,
            Transactions transactions,
            Texts texts,
            Clock clock) {
        this.ways = ways;
        this.room = room;
        this.deliveries = deliveries;
        this.setbacks = setbacks;
        this.tickets = tickets;
        this.messages = messages;
        this.transactions = transactions;
        this.texts = texts;
        this.clock = clock;
    }

    Instead receive(Channel channel, Claimed claimed, Outgoing message, AwaitsCustomer why) {
        var here = new Way(channel.name(), message.address());
        if (goesAnotherWay(channel, claimed, message, here)) return Instead.REDIRECTED;
        if (isGivenUp(claimed)) return Instead.FAILED;
        if (!isOver(claimed)) channel.invite(message);
        else if (setbacks.unanswered(claimed)) return Instead.FAILED;
        // Also if they have written in the moment in which the time ended: then it is tried again at once.
        transactions.inOne(() -> room.enter(claimed, here, why.reason()));
        tickets.stirred(message.ticket());
        return Instead.AWAITING;
    }

    private boolean goesAnotherWay(Channel channel, Claimed claimed, Outgoing message, Way here) {
        return transactions.inOne(() -> {
            var ticket = tickets.lockSurvivor(message.ticket());
            var there = ways.to(ticket, channel).filter(way -> room.leave(claimed, here, way));
            there.ifPresent(way -> note(ticket, here, way));
            return there.isPresent();
        });
    }

    /** Once for each way: from then on the messages themselves show it. */
    private void note(Ticket ticket, Way here, Way there) {
        var id = "another-way/%s/%s".formatted(ticket.id(), there.channel());
        if (messages.saidOn(ticket.id(), id).isPresent()) {
            tickets.stirred(ticket.id());
            return;
        }
        var values = Map.of("from", here.channel(), "to", there.channel(), "address", there.address());
        tickets.add(
                ticket, Words.note(Author.SYSTEM, null, texts.get(ticket.language(), "note.anotherWay", values), id));
    }

    /** E.g. since the address is not theirs any more: whoever reads there now is not to be invited. */
    private boolean isGivenUp(Claimed claimed) {
        return deliveries
                .stateOf(claimed.message())
                .filter(State.QUEUED::equals)
                .isEmpty();
    }

    private boolean isOver(Claimed claimed) {
        var since = claimed.awaitsCustomer();
        return since != null && !clock.instant().isBefore(since.plus(AWAITED_FOR));
    }
}
