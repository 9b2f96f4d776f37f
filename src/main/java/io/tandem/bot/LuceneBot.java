package io.tandem.bot;

import static java.util.stream.Collectors.joining;

import io.tandem.bot.ArticleSearch.Match;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.util.List;
import org.springframework.stereotype.Component;

/** The first bot: it looks the customer's words up in the articles and says what stands there, and nothing else. */
@Component
class LuceneBot implements Bot {

    private final ArticleSearches articles;
    private final SpokenLanguage spoken;
    private final Signals signals;
    private final EarnedAutonomy earned;

    LuceneBot(ArticleSearches articles, SpokenLanguage spoken, Signals signals, EarnedAutonomy earned) {
        this.articles = articles;
        this.spoken = spoken;
        this.signals = signals;
        this.earned = earned;
    }

    @Override
    public Understanding understand(Conversation conversation) {
        var text = conversation.lastWords();
        var language = spoken.of(text, conversation.language());
        var mood = signals.mood(text, language);
        var wantsHuman = signals.wantsHuman(text);
        return articles.search(language, matter(conversation)).stream()
                .findFirst()
                .map(best -> new Understanding(
                        language,
                        best.article().topic(),
                        best.evidence().confidence(),
                        earned.in(best.article().topic()),
                        mood,
                        wantsHuman))
                .orElseGet(() -> new Understanding(language, null, 0, Autonomy.OFF, mood, wantsHuman));
    }

    @Override
    public Finding answer(Conversation conversation) {
        var language = spoken.of(conversation.lastWords(), conversation.language());
        var given = conversation.articlesGiven();
        return articles.search(language, matter(conversation)).stream()
                .filter(match -> !given.contains(match.article().id()))
                .filter(match -> earned.in(match.article().topic()) != Autonomy.OFF)
                .findFirst()
                .map(LuceneBot::finding)
                .orElse(Finding.NOTHING);
    }

    @Override
    public Autonomy autonomyIn(String topic) {
        return earned.in(topic);
    }

    /** The last words, but whoever asks for a person has told the matter before. */
    private String matter(Conversation conversation) {
        var text = conversation.lastWords();
        if (!signals.wantsHuman(text)) return text;
        return conversation.messages().stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::text)
                .collect(joining("\n"));
    }

    private static Finding finding(Match match) {
        var article = match.article();
        return new Finding(
                article.topic(),
                article.text(),
                List.of(article.source()),
                match.evidence().confidence());
    }
}
