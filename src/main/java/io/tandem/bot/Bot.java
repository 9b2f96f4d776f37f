package io.tandem.bot;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;
import java.util.List;

/**
 * Reads what customers write and answers from the articles. It says how sure it is; whether it may speak is decided by
 * {@code who-helps.dmn}. May take long or fail: whoever calls it hands over to a person then.
 */
public interface Bot {

    Understanding understand(Conversation conversation);

    /** The best article that the customer was not given yet; {@link Finding#NOTHING} if none fits. */
    Finding answer(Conversation conversation);

    /** For an agent to choose from: each article that may help, in its own words, the likeliest first. */
    List<Finding> suggest(Conversation conversation);

    /** How far the bot may go in a topic; {@link Autonomy#OFF} in one that it does not know. */
    Autonomy autonomyIn(String topic);
}
