package io.tandem.channel.whatsapp;

import static io.tandem.channel.whatsapp.WhatsAppSettings.CHANNEL;

import io.tandem.channel.Inbox;
import io.tandem.channel.messenger.LatestTickets;
import io.tandem.content.Texts;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A customer has another number now. Agents read it on the ticket; nothing moves by itself, for whoever gets an old number
 * must not get the old customer's tickets.
 */
@Component
class ChangedNumbers {

    private final LatestTickets latest;
    private final Inbox inbox;
    private final Texts texts;

    ChangedNumbers(LatestTickets latest, Inbox inbox, Texts texts) {
        this.latest = latest;
        this.inbox = inbox;
        this.texts = texts;
    }

    void take(WhatsAppMessage message) {
        var system = message.json().path("system");
        var number = system.path("wa_id").asText(system.path("new_wa_id").asText());
        if (!number.matches("\\d{3,20}")) return;
        latest.of(CHANNEL, message.from()).ifPresent(ticket -> {
            var note = texts.get(ticket.language(), "note.numberChanged", Map.of("number", "+" + number));
            inbox.note(ticket.id(), note, message.id());
        });
    }
}
