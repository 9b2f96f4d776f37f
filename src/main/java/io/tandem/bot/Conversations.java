package io.tandem.bot;

import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What tickets look like to the bot: without internal notes and without Tandem's own announcements. */
@Component
class Conversations {

    private final Messages messages;

    Conversations(Messages messages) {
        this.messages = messages;
    }

    Conversation of(Ticket ticket) {
        var said = messages.of(ticket.id()).stream()
                .filter(message -> !message.internal() && !message.isFrom(Author.SYSTEM))
                .toList();
        return new Conversation(ticket.language(), said);
    }
}
