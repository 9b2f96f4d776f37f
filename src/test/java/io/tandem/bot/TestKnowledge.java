package io.tandem.bot;

import io.tandem.content.Languages;
import io.tandem.content.ProcessFolder;
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

    private TestKnowledge() {}

    static Articles articles() {
        return new Articles(FOLDER, event -> {});
    }

    static Conversation conversation(String language, Message... messages) {
        return new Conversation(language, List.of(messages));
    }

    static Message customer(String text) {
        return message(Author.CUSTOMER, text, Sources.NONE);
    }

    static Message bot(String text, String article) {
        return message(Author.BOT, text, new Sources(List.of(new Source(article, article))));
    }

    private static Message message(Author author, String text, Sources sources) {
        return new Message(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                author,
                null,
                text,
                false,
                sources,
                null,
                null,
                null,
                "web",
                null,
                Instant.EPOCH);
    }
}
