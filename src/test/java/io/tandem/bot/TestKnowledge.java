package io.tandem.bot;

import io.tandem.content.Languages;
import io.tandem.content.ProcessFolder;
import io.tandem.content.SpokenLanguage;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Message.Sources;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The shop's own files, and conversations to try them on. */
final class TestKnowledge {

    static final ProcessFolder FOLDER = ProcessFolder.at(Path.of("processes"));
    static final Languages LANGUAGES = new Languages(List.of("de", "en"));

    private static final Articles ARTICLES = articles();
    private static final Classifiers CLASSIFIERS = new Classifiers(
            ARTICLES, new Synonyms(FOLDER, event -> {}), new LearntBefore(Path.of("target/tests-data")));

    private TestKnowledge() {}

    /** They learn once for all tests. */
    static Classifiers classifiers() {
        return CLASSIFIERS;
    }

    static ArticleBot articleBot(Wording wording) {
        return new ArticleBot(
                CLASSIFIERS,
                ARTICLES,
                new SpokenLanguage(LANGUAGES),
                new Signals(FOLDER, LANGUAGES),
                RatedTickets.none(ARTICLES),
                LANGUAGES,
                wording);
    }

    static Articles articles() {
        return new Articles(FOLDER, event -> {});
    }

    static Conversation conversation(String language, Message... messages) {
        return new Conversation(language, List.of(messages));
    }

    static Message customer(String text) {
        return message(Author.CUSTOMER, text, Sources.NONE, Sources.NONE);
    }

    static Message bot(String text, String article) {
        return message(Author.BOT, text, new Sources(List.of(new Source(article, article))), Sources.NONE);
    }

    /** A question back: between these articles, or, without any, what it is about. */
    static Message botAsks(String text, Source... choices) {
        return message(Author.BOT, text, Sources.NONE, new Sources(List.of(choices)));
    }

    private static Message message(Author author, String text, Sources sources, Sources choices) {
        return new Message(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                author,
                null,
                text,
                false,
                sources,
                choices,
                null,
                null,
                null,
                "web",
                null,
                false,
                Instant.EPOCH);
    }
}
