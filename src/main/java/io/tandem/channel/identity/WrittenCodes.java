package io.tandem.channel.identity;

import io.tandem.channel.Channels;
import io.tandem.channel.ReadsFirst;
import io.tandem.channel.identity.Proofs.Awaited;
import io.tandem.content.Texts;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Knows the code when the customer writes it on the ticket, whichever way that came. */
@Component
class WrittenCodes implements ReadsFirst {

    private final Proofs proofs;
    private final OneCustomer oneCustomer;
    private final Tickets tickets;
    private final Channels channels;
    private final Texts texts;

    WrittenCodes(Proofs proofs, OneCustomer oneCustomer, Tickets tickets, Channels channels, Texts texts) {
        this.proofs = proofs;
        this.oneCustomer = oneCustomer;
        this.tickets = tickets;
        this.channels = channels;
        this.texts = texts;
    }

    @Override
    public boolean isMeant(Ticket ticket, String text) {
        return Code.in(text).isPresent() && proofs.awaitedOn(ticket.id()).isPresent();
    }

    @Override
    public void read(Ticket ticket, String text) {
        var code = Code.in(text).orElseThrow();
        var awaited = proofs.awaitedOn(ticket.id()).orElseThrow();
        if (proofs.tryOut(awaited, code)) {
            proven(ticket, awaited);
        } else {
            channels.say(ticket, "system.addressWrongCode", Map.of("left", awaited.triesLeft() - 1));
        }
    }

    private void proven(Ticket ticket, Awaited awaited) {
        oneCustomer.isKnownAt(ticket.customer(), awaited.address());
        var now = tickets.get(ticket.id());
        var values = Map.of(
                "channel", awaited.channel(), "address", awaited.address().text());
        tickets.add(
                now, Words.note(Author.SYSTEM, null, texts.get(now.language(), "note.addressProven", values), null));
        channels.say(now, "system.addressProven", Map.of());
    }
}
