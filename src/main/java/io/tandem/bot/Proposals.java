package io.tandem.bot;

import io.tandem.ticket.Answer;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Answers;
import io.tandem.ticket.Ticket;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the bot would say: looked for and kept, for the process to send or for an agent to use. */
@Component
class Proposals {

    private final Bot bot;
    private final Conversations conversations;
    private final Answers answers;
    private final Clock clock;

    Proposals(Bot bot, Conversations conversations, Answers answers, Clock clock) {
        this.bot = bot;
        this.conversations = conversations;
        this.answers = answers;
        this.clock = clock;
    }

    /** @throws BotFailed if the bot fails or takes too long */
    Finding propose(Ticket ticket) {
        var found = bot.answer(conversations.of(ticket));
        answers.keep(Answer.found(ticket.id(), ticket.lastPosition(), found, clock.instant()));
        return found;
    }
}
