package io.tandem.desk;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.channel.AddressProofs;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Where a ticket's customer is known. An agent can ask whether an address is theirs, too; only the customer can prove it. */
@Component
class CustomerAddresses {

    /**
     * @param channels of which an address can be asked for
     * @param inUse where the ticket's customer hears of us
     */
    record View(List<String> channels, List<Known> known, List<AddressProofs.Asked> asked) {}

    record Known(String kind, String address, boolean inUse) {}

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Addresses addresses;
    private final AddressProofs proofs;
    private final Notes notes;
    private final Staff staff;
    private final Transactions transactions;

    CustomerAddresses(
            AgentTasks tasks,
            Tickets tickets,
            Addresses addresses,
            AddressProofs proofs,
            Notes notes,
            Staff staff,
            Transactions transactions) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.addresses = addresses;
        this.proofs = proofs;
        this.notes = notes;
        this.staff = staff;
        this.transactions = transactions;
    }

    View of(String task) {
        var ticket = tickets.get(ticketOf(task));
        var known = addresses.of(ticket.customer()).stream()
                .map(address -> new Known(address.kind(), address.text(), isInUse(address, ticket)))
                .toList();
        return new View(proofs.channels(), known, proofs.of(ticket.id()));
    }

    private UUID ticketOf(String task) {
        return tasks.getOfTicket(task).ticket();
    }

    private static boolean isInUse(Address address, Ticket ticket) {
        return ticket.address().filter(address.text()::equals).isPresent();
    }

    void ask(String task, @Nullable String channel, @Nullable String address, String agent) {
        transactions.inOne(() -> {
            var ticket = tickets.lock(ticketOf(task));
            var asked = proofs.ask(
                    ticket, channel == null ? "" : channel, address == null ? "" : address, staff.nameOf(agent));
            notes.record(ticket, "note.addressAsked", agent, Map.of("channel", asked.kind(), "address", asked.text()));
        });
    }

    /** For a household that shares an address, say. Whoever writes from there is somebody new. */
    void remove(String task, Address address, @Nullable String why, String agent) {
        var words = FitText.message(why);
        transactions.inOne(() -> {
            var ticket = tickets.lock(ticketOf(task));
            if (isInUse(address, ticket)) throw new Problem(HttpStatus.CONFLICT, "addressInUse");
            if (!addresses.remove(address, ticket.customer())) throw new Problem(HttpStatus.NOT_FOUND, "notFound");
            var values = Map.of("channel", address.kind(), "address", address.text(), "why", words);
            notes.record(ticket, "note.addressRemoved", agent, values);
        });
    }
}
