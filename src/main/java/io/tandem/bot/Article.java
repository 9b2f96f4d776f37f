package io.tandem.bot;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Message.Source;
import java.util.List;

/**
 * What we know of one matter, in one language.
 *
 * @param autonomy how far the bot may ever go with it; the ratings can only lower it
 * @param needs facts that a person needs to work on it, e.g. {@code order-number}
 * @param questions in the words that customers use
 * @param text the answer, in Markdown
 */
public record Article(
        String language,
        String id,
        String topic,
        String title,
        Autonomy autonomy,
        List<String> needs,
        List<String> questions,
        String text) {

    public Source source() {
        return new Source(id, title);
    }
}
