package io.tandem.channel.messenger;

import io.tandem.content.Texts;
import java.util.Map;

/** Something that a customer has sent and that is no text, said in words: {@code messenger.said.<what>}. */
public record Saying(String what, Map<String, String> values) {

    public static Saying sticker(String emoji) {
        return new Saying("sticker", Map.of("emoji", emoji.isBlank() ? "" : " " + emoji));
    }

    /** What we cannot show. */
    public static Saying other(String kind) {
        return new Saying("other", Map.of("kind", kind));
    }

    public static Saying location(double latitude, double longitude, String where) {
        var at = Map.of(
                "latitude", Double.toString(latitude),
                "longitude", Double.toString(longitude),
                "where", where.isBlank() ? "" : where.strip() + ", ");
        return new Saying("location", at);
    }

    public static Saying contact(String name, String telephone) {
        return new Saying("contact", Map.of("name", name, "telephone", telephone));
    }

    String in(Texts texts, String language) {
        return texts.get(language, "messenger.said." + what, values);
    }
}
