package io.tandem.bot;

import static java.util.stream.Collectors.joining;

import io.tandem.bot.ArticleSearch.Match;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.bot.Wording.Worded;
import io.tandem.content.Languages;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.util.List;
import org.springframework.stereotype.Component;

/** The first bot: it looks the customer's words up in the articles and says what stands there, and nothing else. */
@Component
class LuceneBot implements Bot {

    /** How much surer another language must be than the likely one. */
    private static final double HEAD_START = 0.3;

    private final ArticleSearches articles;
    private final SpokenLanguage spoken;
    private final Signals signals;
    private final EarnedAutonomy earned;
    private final Languages languages;
    private final Wording wording;

    LuceneBot(
            ArticleSearches articles,
            SpokenLanguage spoken,
            Signals signals,
            EarnedAutonomy earned,
            Languages languages,
            Wording wording) {
        this.articles = articles;
        this.spoken = spoken;
        this.signals = signals;
        this.earned = earned;
        this.languages = languages;
        this.wording = wording;
    }

    @Override
    public Understanding understand(Conversation conversation) {
        var text = conversation.lastWords();
        var language = languageOf(conversation);
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
        var language = languageOf(conversation);
        var given = conversation.articlesGiven();
        var found = articles.search(language, matter(conversation)).stream()
                .filter(match -> !given.contains(match.article().id()))
                .filter(match -> earned.in(match.article().topic()) != Autonomy.OFF)
                .toList();
        return found.isEmpty() ? Finding.NOTHING : finding(conversation, found);
    }

    @Override
    public Autonomy autonomyIn(String topic) {
        return earned.in(topic);
    }

    /** Short texts are told apart best by the language in which we know what they mean. */
    private String languageOf(Conversation conversation) {
        var text = conversation.lastWords();
        var likely = spoken.of(text, conversation.language());
        var best = likely;
        var most = confidence(likely, text) + HEAD_START;
        for (var language : languages.all()) {
            var confidence = confidence(language, text);
            if (confidence > most) {
                best = language;
                most = confidence;
            }
        }
        return best;
    }

    private double confidence(String language, String text) {
        return articles.search(language, text).stream()
                .findFirst()
                .map(match -> match.evidence().confidence())
                .orElse(0.0);
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

    /** Agents get what they are offered as the article has it; only what the bot may say is worded. */
    private Finding finding(Conversation conversation, List<Match> found) {
        var best = found.get(0);
        var topic = best.article().topic();
        var worded = earned.in(topic) == Autonomy.ANSWER
                ? wording.word(conversation, found.stream().map(Match::article).toList())
                : Worded.asWritten(best.article());
        return new Finding(
                topic, worded.text(), worded.sources(), best.evidence().confidence());
    }
}
