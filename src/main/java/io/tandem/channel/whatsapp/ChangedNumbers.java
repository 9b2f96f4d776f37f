package io.tandem.channel.whatsapp;

import static io.tandem.channel.whatsapp.WhatsAppSettings.CHANNEL;

import io.tandem.channel.Inbox;
import io.tandem.content.Texts;
import io.tandem.process.Transactions;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A customer has another number now. Agents read it on the ticket; nothing moves by itself, for whoever gets an old number
 * must not get the old customer's tickets.
 */
@Component
class ChangedNumbers {

    private final Addresses addresses;
    private final Tickets tickets;
    private final Inbox inbox;
    private final Transactions transactions;
    private final Texts texts;

    ChangedNumbers(Addresses addresses, Tickets tickets, Inbox inbox, Transactions transactions, Texts texts) {
        this.addresses = addresses;
        this.tickets = tickets;
        this.inbox = inbox;
        this.transactions = transactions;
        this.texts = texts;
    }

    void take(WhatsAppMessage message) {
        var system = message.json().path("system");
        var number = system.path("wa_id").asText(system.path("new_wa_id").asText());
        if (!number.matches("\\d{3,20}")) return;
        latestOf(message.from()).ifPresent(ticket -> {
            var note = texts.get(ticket.language(), "note.numberChanged", Map.of("number", "+" + number));
            inbox.note(ticket.id(), note, message.id());
        });
    }

    private Optional<Ticket> latestOf(String customer) {
        return transactions.inOne(() -> addresses
                .holdOwner(new Address(CHANNEL, customer))
                .flatMap(owner -> tickets.latestOf(owner, CHANNEL, customer)));
    }
}
