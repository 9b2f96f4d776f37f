package io.tandem.bot;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;

/**
 * Reads what customers write and answers from the articles. It says how sure it is; whether it may speak is decided by
 * {@code who-helps.dmn}. May take long or fail: whoever calls it hands over to a person then.
 */
public interface Bot {

    Understanding understand(Conversation conversation);

    /** The best article that the customer was not given yet; {@link Finding#NOTHING} if none fits. */
    Finding answer(Conversation conversation);

    /** The same for an agent: the article's own words, whatever the operator has to word answers with. */
    Finding suggest(Conversation conversation);

    /** How far the bot may go in a topic; {@link Autonomy#OFF} in one that it does not know. */
    Autonomy autonomyIn(String topic);
}
