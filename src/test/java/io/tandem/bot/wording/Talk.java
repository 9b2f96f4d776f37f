package io.tandem.bot.wording;

import io.tandem.bot.Article;
import io.tandem.bot.Conversation;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Sources;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles and conversations to word answers from. */
final class Talk {

    static final Article REFUND = article(
            "en",
            "refund-status",
            "When will I get my refund?",
            "You get your refund within **5 business days** after the return has arrived in our warehouse. It costs nothing"
                    + " and goes to the card you paid with. Questions: service@shop.example or https://shop.example/refund.");
    static final Article REFUND_PARTS = article(
            "en", "refund-parts", "Why is a part of my refund missing?", "We keep 4,95 € for bulky goods sent back.");
    static final Article ERSTATTUNG = article(
            "de",
            "refund-status",
            "Wann kommt meine Erstattung?",
            "Ihre Erstattung erhalten Sie innerhalb von **5 Werktagen**, nachdem die Rücksendung in unserem Lager"
                    + " angekommen ist. Bis 1.000,00 € überweisen wir am selben Tag, das gilt seit dem 3. März 2026.");

    private Talk() {}

    static Article article(String language, String id, String title, String text) {
        return article(language, id, "refund-status", title, text);
    }

    static Article article(String language, String id, String topic, String title, String text) {
        return new Article(language, id, topic, title, Autonomy.ANSWER, List.of(), List.of(title), text);
    }

    static Conversation talk(Message... messages) {
        return new Conversation("en", Arrays.asList(messages));
    }

    static Message customer(String text) {
        return message(Author.CUSTOMER, null, text, false);
    }

    static Message message(Author author, @Nullable String name, String text, boolean internal) {
        return new Message(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                author,
                name,
                text,
                internal,
                Sources.NONE,
                Sources.NONE,
                null,
                null,
                null,
                "web",
                null,
                false,
                Instant.EPOCH);
    }
}
