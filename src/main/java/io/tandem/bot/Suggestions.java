package io.tandem.bot;

import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Ticket;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the bot can do for an agent. Where it fails, the agent does without. */
@Component
public class Suggestions {

    private static final Logger log = LoggerFactory.getLogger(Suggestions.class);

    private final Bot bot;
    private final Conversations conversations;
    private final Wording wording;

    Suggestions(Bot bot, Conversations conversations, Wording wording) {
        this.bot = bot;
        this.conversations = conversations;
        this.wording = wording;
    }

    /** The articles that may help, the likeliest first; by the whole conversation, without those already given. */
    public List<Finding> of(Ticket ticket) {
        return orElse(ticket, List.of(), () -> bot.suggest(conversations.of(ticket)));
    }

    /** Whether an operator's language model words answers: that may take seconds. */
    public boolean wordsThem() {
        return wording != Wording.AS_WRITTEN;
    }

    /** The best article, worded for this customer where the topic's owner lets a model word it. */
    public Finding worded(Ticket ticket) {
        return orElse(ticket, Finding.NOTHING, () -> bot.answer(conversations.of(ticket)));
    }

    private static <T> T orElse(Ticket ticket, T nothing, Supplier<T> work) {
        try {
            return work.get();
        } catch (BotFailed failed) {
            log.warn("Ticket {} gets no suggestions", ticket.number(), failed);
            return nothing;
        }
    }
}
