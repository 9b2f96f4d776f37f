package io.tandem.desk;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.channel.AddressProofs;
import io.tandem.channel.PartedAddresses;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
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
    private final PartedAddresses parted;
    private final Notes notes;
    private final Staff staff;
    private final Transactions transactions;

    CustomerAddresses(
            AgentTasks tasks,
            Tickets tickets,
            Addresses addresses,
            AddressProofs proofs,
            PartedAddresses parted,
            Notes notes,
            Staff staff,
            Transactions transactions) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.addresses = addresses;
        this.proofs = proofs;
        this.parted = parted;
        this.notes = notes;
        this.staff = staff;
        this.transactions = transactions;
    }

    View of(String task) {
        var ticket = tickets.get(ticketOf(task));
        var known = addresses.of(ticket.customer()).stream()
                .map(address -> new Known(address.kind(), address.text(), parted.isWhereItGoesOn(ticket, address)))
                .toList();
        return new View(proofs.channels(), known, proofs.of(ticket.id()));
    }

    private UUID ticketOf(String task) {
        return tasks.getOfTicket(task).ticket();
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
            var id = ticketOf(task);
            if (parted.isWhereItGoesOn(tickets.get(id), address))
                throw new Problem(HttpStatus.CONFLICT, "addressInUse");
            if (!parted.part(tickets.get(id).customer(), address)) throw new Problem(HttpStatus.NOT_FOUND, "notFound");
            var ticket = tickets.lock(id);
            var values = Map.of("channel", address.kind(), "address", address.text(), "why", words);
            notes.record(ticket, "note.addressRemoved", agent, values);
        });
    }
}
