package io.tandem.bot;

import static java.util.stream.Collectors.joining;

import io.tandem.bot.Guesses.Guess;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.bot.Wording.Worded;
import io.tandem.content.Languages;
import io.tandem.content.SpokenLanguage;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Message.Source;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what stands in the articles, and nothing else; it knows how sure it may be that they are the right ones. */
@Component
class ArticleBot implements Bot {

    /** How much surer another language must be than the likely one. */
    private static final double HEAD_START = 0.3;

    private final Classifiers classifiers;
    private final Articles articles;
    private final SpokenLanguage spoken;
    private final Signals signals;
    private final EarnedAutonomy earned;
    private final Languages languages;
    private final Wording wording;

    ArticleBot(
            Classifiers classifiers,
            Articles articles,
            SpokenLanguage spoken,
            Signals signals,
            EarnedAutonomy earned,
            Languages languages,
            Wording wording) {
        this.classifiers = classifiers;
        this.articles = articles;
        this.spoken = spoken;
        this.signals = signals;
        this.earned = earned;
        this.languages = languages;
        this.wording = wording;
    }

    @Override
    public Understanding understand(Conversation conversation) {
        if (conversation.isWordless()) return Understanding.none(conversation.language());
        var text = conversation.lastWords();
        var language = languageOf(conversation);
        var smallTalk = signals.smallTalk(conversation.newWords());
        var guesses = smallTalk == SmallTalk.NONE ? guesses(conversation, language) : Guesses.NONE;
        var topic = guesses.best().map(this::topicOf);
        return new Understanding(
                language,
                topic.orElse(null),
                guesses.confidence(),
                guesses.either(),
                topic.map(earned::in).orElse(Autonomy.OFF),
                signals.mood(text, language),
                smallTalk,
                signals.wantsHuman(text));
    }

    @Override
    public Finding answer(Conversation conversation) {
        var guesses = notGiven(conversation);
        return guesses.best()
                .map(best -> finding(best, worded(conversation, best), guesses))
                .orElse(Finding.NOTHING);
    }

    @Override
    public List<Finding> suggest(Conversation conversation) {
        var guesses = notGiven(conversation);
        return guesses.singly().stream()
                .map(guess -> finding(guess, asWritten(guess), guesses))
                .toList();
    }

    @Override
    public Autonomy autonomyIn(String topic) {
        return earned.in(topic);
    }

    private Guesses notGiven(Conversation conversation) {
        var given = conversation.articlesGiven();
        return guesses(conversation, languageOf(conversation))
                .only(article -> !given.contains(article.id()) && earned.in(article.topic()) != Autonomy.OFF);
    }

    private Finding finding(Guess guess, Worded worded, Guesses guesses) {
        return new Finding(
                topicOf(guess),
                worded.text(),
                worded.sources(),
                guess.confidence(),
                guesses.either(),
                guesses.choices());
    }

    /** Of several topics, the one in which the bot may do least decides. */
    private String topicOf(Guess guess) {
        return guess.articles().stream()
                .map(Article::topic)
                .min(Comparator.comparing(earned::in))
                .orElseThrow();
    }

    private Worded worded(Conversation conversation, Guess found) {
        var maySpeak = found.articles().size() == 1 && earned.in(topicOf(found)) == Autonomy.ANSWER;
        return maySpeak ? wording.word(conversation, found.articles()) : asWritten(found);
    }

    /** Several answers each bear their title, so that it is seen which question they belong to. */
    private static Worded asWritten(Guess found) {
        if (found.articles().size() == 1) return Worded.asWritten(found.first());
        var text = found.articles().stream()
                .map(article -> "**%s**\n\n%s".formatted(article.title(), article.text()))
                .collect(joining("\n\n"));
        return new Worded(text, found.sources());
    }

    private Guesses guesses(Conversation conversation, String language) {
        return conversation
                .choiceMade()
                .map(Source::article)
                .flatMap(id -> articles.find(language, id))
                .map(Guesses::certain)
                .orElseGet(() -> matter(conversation).read(text -> classifiers.guess(language, text)));
    }

    /** Whoever asks for a person has told the matter before. */
    private Matter matter(Conversation conversation) {
        var last = conversation.lastWords();
        var all = conversation.allWords();
        return signals.wantsHuman(last) ? new Matter(all, all) : new Matter(last, all);
    }

    /** Short texts are told apart best by the language in which we know what they mean; our own titles not at all. */
    private String languageOf(Conversation conversation) {
        if (conversation.choiceMade().isPresent()) return conversation.language();
        var text = conversation.lastWords();
        var best = spoken.of(text, conversation.language());
        var most = classifiers.guess(best, text).confidence() + HEAD_START;
        for (var language : languages.all()) {
            var confidence = classifiers.guess(language, text).confidence();
            if (confidence > most) {
                best = language;
                most = confidence;
            }
        }
        return best;
    }
}
