package io.tandem.channel;

import io.tandem.channel.Conversation.Ongoing;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who wrote, by the address from which it came. */
@Component
class Senders {

    private final Lines lines;
    private final Addresses addresses;
    private final Customers customers;
    private final Tickets tickets;

    Senders(Lines lines, Addresses addresses, Customers customers, Tickets tickets) {
        this.lines = lines;
        this.addresses = addresses;
        this.customers = customers;
        this.tickets = tickets;
    }

    /** The customer, a new one if nobody is known there. Their address is held until the end of the transaction. */
    UUID of(InboundMessage inbound) {
        var address = addressOf(inbound);
        return address.flatMap(addresses::holdOwner).orElseGet(() -> {
            var customer = customers.welcome(inbound.name()).id();
            address.ifPresent(known -> addresses.add(known, customer));
            return customer;
        });
    }

    /** Whether answers go elsewhere now: to the address that they name, or to the page on which they write. */
    boolean comeAnotherWay(InboundMessage inbound, Ticket ticket) {
        if (inbound.conversation().address().isPresent()) return true;
        return !inbound.channel().equals(ticket.channel())
                && lines.find(inbound.channel())
                        .filter(line -> line.channel().isFetched())
                        .isPresent();
    }

    private Optional<Address> addressOf(InboundMessage inbound) {
        var kind = lines.find(inbound.channel())
                .map(line -> line.channel().addresses())
                .orElse(inbound.channel());
        return inbound.conversation().address().map(text -> new Address(kind, text));
    }

    /** The ticket on which the customer goes on, where the channel cannot name it. */
    Optional<Ticket> ongoing(InboundMessage inbound, UUID customer) {
        if (!(inbound.conversation() instanceof Ongoing)) return Optional.empty();
        return inbound.conversation()
                .address()
                .flatMap(address -> tickets.latestOf(customer, inbound.channel(), address));
    }
}
