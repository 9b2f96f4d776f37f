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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An address is not a customer's any more: somebody else may read there. Nothing that waits goes there, and no ticket of theirs
 * goes on there.
 */
@Component
public class PartedAddresses {

    private final Addresses addresses;
    private final OtherWays ways;
    private final PartedMessages waiting;
    private final Lines lines;
    private final Tickets tickets;
    private final Texts texts;
    private final JdbcClient sql;
    private final Clock clock;

    PartedAddresses(
            Addresses addresses,
            OtherWays ways,
            PartedMessages waiting,
            Lines lines,
            Tickets tickets,
            Texts texts,
            JdbcClient sql,
            Clock clock) {
        this.addresses = addresses;
        this.ways = ways;
        this.waiting = waiting;
        this.lines = lines;
        this.tickets = tickets;
        this.texts = texts;
        this.sql = sql;
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
     * From now on it is not the customer's. The address is held first, then the tickets in the order of their ids, as everybody
     * holds them who needs both.
     *
     * @return false if it was not theirs
     * @throws Problem if an open ticket goes on there and the customer is known nowhere else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean part(UUID customer, Address address) {
        if (!addresses.remove(address, customer)) return false;
        var messages = waiting.of(customer, address).stream()
                .filter(message -> isOfKind(message.channel(), address))
                .toList();
        for (var id : concerned(customer, address, messages)) {
            var ticket = tickets.lock(id);
            if (isWhereItGoesOn(ticket, address) && !ticket.isOver(clock.instant())) goOnElsewhere(ticket);
        }
        messages.forEach(message -> waiting.bring(message, tickets.lockSurvivor(message.ticket()), address));
        return true;
    }

    /** Those that go on there, and those on which something waits for it. */
    private List<UUID> concerned(UUID customer, Address address, List<Waiting> messages) {
        var goingOn = sql.sql("select id from ticket where customer = ? and address = ?")
                .params(customer, address.text())
                .query(UUID.class)
                .list();
        return Stream.concat(goingOn.stream(), messages.stream().map(Waiting::ticket))
                .map(id -> tickets.survivorOf(tickets.get(id)).id())
                .distinct()
                .sorted()
                .toList();
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
