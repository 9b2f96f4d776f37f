package io.tandem.bot.wording;

import io.tandem.bot.Article;
import io.tandem.bot.Conversation;
import io.tandem.bot.Wording;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a language model word the answer from the articles, and says what the best one has itself if the model fails,
 * has nothing to say or says what the articles do not. Articles of other topics are left out: how sure the bot is and
 * whether it may speak is known of the best one's topic only.
 */
final class LanguageModelWording implements Wording {

    private static final Logger log = LoggerFactory.getLogger(LanguageModelWording.class);
    private static final int MOST_ARTICLES = 3;

    private final PatientModel model;

    LanguageModelWording(PatientModel model) {
        this.model = model;
    }

    @Override
    public Worded word(Conversation conversation, List<Article> found) {
        var best = found.get(0);
        if (model.isResting()) return Worded.asWritten(best);
        try {
            var articles = found.stream()
                    .filter(article -> article.topic().equals(best.topic()))
                    .limit(MOST_ARTICLES)
                    .toList();
            return worded(conversation, articles);
        } catch (Unusable unusable) {
            log.warn("The language model's answer is not used, the article is said: {}", unusable.getMessage());
        } catch (RuntimeException broken) {
            // Its message may hold what the customer wrote.
            log.warn("The language model's answer is not used, the article is said: {}", broken.getClass());
        }
        return Worded.asWritten(best);
    }

    private Worded worded(Conversation conversation, List<Article> articles) {
        var placeholders = new Placeholders(conversation);
        var prompt = new Prompt(articles, Transcript.of(conversation, placeholders));
        var said = model.ask(prompt.rules(), prompt.data());
        if (prompt.declines(said)) return Worded.asWritten(articles.get(0));
        prompt.checkKept(said);
        var checked = new CheckedAnswer(said, articles);
        return new Worded(placeholders.putBack(checked.text()), checked.sources());
    }
}
