package io.tandem.bot;

import io.tandem.ticket.Tickets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Summaries of tickets, for the brief. It may take as long as the operator's language model may. */
@Component
public class Summarizer {

    private final Tickets tickets;
    private final Conversations conversations;
    private final Summaries summaries;

    Summarizer(Tickets tickets, Conversations conversations, Summaries summaries) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.summaries = summaries;
    }

    /** Whether there is anything that could summarize. */
    public boolean isOn() {
        return summaries != Summaries.NONE;
    }

    public Optional<String> of(UUID ticket) {
        return summaries.of(conversations.of(tickets.get(ticket)));
    }
}
