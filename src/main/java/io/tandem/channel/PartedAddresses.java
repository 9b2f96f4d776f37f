package io.tandem.channel;

import io.tandem.api.Problem;
import io.tandem.channel.OtherWays.Way;
import io.tandem.channel.PartedMessages.Waiting;
import io.tandem.content.Texts;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An address is not a customer's any more: somebody else may read there. Nothing that waits goes there, and no ticket of theirs
 * goes on there.
 */
@Component
public class PartedAddresses {

    /**
     * The address is not the customer's any more. Told in the same transaction, in which all of their tickets are held: a channel
     * in which whoever writes there is known otherwise than by {@link Addresses} forgets it.
     */
    public record Parted(UUID customer, Address address) {}

    private final Addresses addresses;
    private final OtherWays ways;
    private final PartedMessages waiting;
    private final Lines lines;
    private final Tickets tickets;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartedAddresses(
            Addresses addresses,
            OtherWays ways,
            PartedMessages waiting,
            Lines lines,
            Tickets tickets,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.addresses = addresses;
        this.ways = ways;
        this.waiting = waiting;
        this.lines = lines;
        this.tickets = tickets;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the ticket's customer hears of us there. */
    public boolean isWhereItGoesOn(Ticket ticket, Address address) {
        return ticket.address().filter(address.text()::equals).isPresent() && isOfKind(ticket.channel(), address);
    }

    /** What is sent by a channel that nobody knows any more may go there. */
    private boolean isOfKind(String channel, Address address) {
        return lines.find(channel)
                .map(line -> line.channel().addresses())
                .filter(kind -> !kind.equals(address.kind()))
                .isEmpty();
    }

    /**
     * From now on it is not the customer's. The address is held first, then all of their tickets in the order of their ids, as
     * everybody holds them who needs both: what waits there, and what goes on there, is asked when nobody can add to it.
     *
     * @return false if it was not theirs
     * @throws Problem if an open ticket goes on there and the customer is known nowhere else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean part(UUID customer, Address address) {
        if (!addresses.remove(address, customer)) return false;
        tickets.lockAll(customer).stream()
                .filter(ticket -> isWhereItGoesOn(ticket, address) && !ticket.isOver(clock.instant()))
                .forEach(this::goOnElsewhere);
        waiting.of(customer, address).stream()
                .filter(message -> isOfKind(message.channel(), address))
                .forEach(message -> bring(message, address));
        events.publishEvent(new Parted(customer, address));
        return true;
    }

    private void bring(Waiting message, Address parted) {
        var ticket = tickets.lockSurvivor(message.ticket());
        // One that is over has been left where it is.
        if (isWhereItGoesOn(ticket, parted)) waiting.giveUp(message, parted);
        else waiting.bring(message, ticket, parted);
    }

    private void goOnElsewhere(Ticket ticket) {
        var way = ways.proven(ticket.customer());
        if (way.isEmpty() && ticket.isOpen()) {
            throw new Problem(HttpStatus.CONFLICT, "addressNeeded", Map.of("number", ticket.number()));
        }
        way.ifPresent(there -> noteThat(ticket, there));
        ticket.reachedBy(
                way.map(Way::channel).orElse(ticket.channel()),
                way.map(Way::address).orElse(null));
        tickets.save(ticket);
    }

    private void noteThat(Ticket ticket, Way there) {
        var values = Map.of("to", there.channel(), "address", there.address());
        tickets.add(
                ticket,
                Words.note(Author.SYSTEM, null, texts.get(ticket.language(), "note.addressParted", values), null));
    }
}
