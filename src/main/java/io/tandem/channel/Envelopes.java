package io.tandem.channel;

import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what is to leave the house: the words, what they rest on, what can be pressed, the files. */
@Component
class Envelopes {

    private final Messages messages;
    private final Tickets tickets;
    private final Customers customers;
    private final Attachments attachments;
    private final Outbox outbox;
    private final Buttons buttons;
    private final PublicAddress address;
    private final Texts texts;

    Envelopes(
            Messages messages,
            Tickets tickets,
            Customers customers,
            Attachments attachments,
            Outbox outbox,
            Buttons buttons,
            PublicAddress address,
            Texts texts) {
        this.messages = messages;
        this.tickets = tickets;
        this.customers = customers;
        this.attachments = attachments;
        this.outbox = outbox;
        this.buttons = buttons;
        this.address = address;
        this.texts = texts;
    }

    Outgoing seal(Claimed claimed) {
        var message = messages.find(claimed.message()).orElseThrow();
        var ticket = tickets.get(message.ticket());
        var to = outbox.addressOf(message.id()).orElseThrow(() -> noAddress(message));
        var byHand = message.isFrom(Author.AGENT);
        return new Outgoing(
                message.id(),
                ticket.id(),
                ticket.number(),
                ticket.language(),
                to,
                customers.get(ticket.customer()).name(),
                message.author(),
                byHand ? message.name() : null,
                !byHand,
                byHand ? Markdown.escaped(message.text()) : message.text() + sources(ticket, message),
                buttons.on(ticket, message, claimed.asksRating()),
                files(message));
    }

    /** What Tandem says by itself on a ticket that is done, whose last address has turned out not to be theirs, nobody misses. */
    private static Undeliverable noAddress(Message message) {
        var reason = "nobody knows an address of the customer there";
        return message.isFrom(Author.SYSTEM) ? Undeliverable.onPurpose(reason) : new Undeliverable(reason);
    }

    private String sources(Ticket ticket, Message message) {
        if (message.sourceList().isEmpty()) return "";
        var links = message.sourceList().stream()
                .map(source -> "[%s](%s)"
                        .formatted(Markdown.escaped(source.title()), address.of(source.url(ticket.language()))))
                .collect(Collectors.joining(", "));
        return "\n\n" + texts.get(ticket.language(), "channel.sources") + " " + links;
    }

    private List<Attachment> files(Message message) {
        return attachments.of(message.ticket()).getOrDefault(message.id(), List.of());
    }
}
