package io.tandem.channel.web;

import io.tandem.attachment.Attachments;
import io.tandem.content.Markdown;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what the customer's page shows: messages without internal notes, with their files. */
@Component
class MessageViews {

    private final Attachments attachments;
    private final Markdown markdown;

    MessageViews(Attachments attachments, Markdown markdown) {
        this.attachments = attachments;
        this.markdown = markdown;
    }

    List<MessageView> of(Ticket ticket, List<Message> messages) {
        var shown = messages.stream().filter(message -> !message.internal()).toList();
        if (shown.isEmpty()) return List.of();
        var files = attachments.of(ticket.id());
        return shown.stream()
                .map(message -> MessageView.of(ticket, message, files.getOrDefault(message.id(), List.of()), markdown))
                .toList();
    }

    /** A message that the customer wrote. */
    MessageView of(Ticket ticket, Message message) {
        return of(ticket, List.of(message)).get(0);
    }
}
