package io.tandem.channel.messenger;

import io.tandem.process.Transactions;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On what customers of a messenger wrote last. */
@Component
public class LatestTickets {

    private final Addresses addresses;
    private final Tickets tickets;
    private final Transactions transactions;

    LatestTickets(Addresses addresses, Tickets tickets, Transactions transactions) {
        this.addresses = addresses;
        this.tickets = tickets;
        this.transactions = transactions;
    }

    /** The customer's latest ticket in this channel. */
    public Optional<Ticket> of(String channel, String address) {
        return transactions.inOne(() -> addresses
                .holdOwner(new Address(channel, address))
                .flatMap(customer -> tickets.latestOf(customer, channel, address)));
    }
}
