package io.tandem.bot;

import io.tandem.content.Texts;
import io.tandem.ticket.Answer;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Answers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the bot would say: looked for and kept, for the process to send or for an agent to use. */
@Component
class Proposals {

    private final Bot bot;
    private final Conversations conversations;
    private final Answers answers;
    private final Texts texts;
    private final Clock clock;

    Proposals(Bot bot, Conversations conversations, Answers answers, Texts texts, Clock clock) {
        this.bot = bot;
        this.conversations = conversations;
        this.answers = answers;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws BotFailed if the bot fails or takes too long */
    Finding propose(Ticket ticket) {
        return keep(ticket, bot.answer(conversations.of(ticket)));
    }

    /**
     * What can be said to words that bring no matter. Thanks are about the answer before them, so that the customer can
     * say once more that it helped; a greeting is about nothing.
     */
    Finding reply(Ticket ticket, SmallTalk smallTalk, String language) {
        var thanked = smallTalk == SmallTalk.THANKS ? conversations.of(ticket).lastAnswer() : Optional.<Message>empty();
        return keep(
                ticket,
                thanked.map(answer -> new Finding(
                                answer.topic(), texts.get(language, "bot.thanks"), List.of(), 0, 0, List.of()))
                        .orElse(Finding.NOTHING));
    }

    private Finding keep(Ticket ticket, Finding found) {
        answers.keep(Answer.found(ticket.id(), ticket.lastPosition(), found, clock.instant()));
        return found;
    }
}
