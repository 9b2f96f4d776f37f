package io.tandem.bot;

import io.tandem.ticket.Message.Source;
import java.util.List;

/** Puts an answer into words. It never fails: what is written in the best article can always be said. */
public interface Wording {

    Wording AS_WRITTEN = (conversation, found) -> Worded.asWritten(found.get(0));

    /** @param found the articles that may be said, the best first; at least one */
    Worded word(Conversation conversation, List<Article> found);

    /** @param text Markdown */
    record Worded(String text, List<Source> sources) {

        public static Worded asWritten(Article article) {
            return new Worded(article.text(), List.of(article.source()));
        }
    }
}
