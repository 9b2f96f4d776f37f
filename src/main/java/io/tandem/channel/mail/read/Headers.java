package io.tandem.channel.mail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail or of a part of it, unfolded and not yet decoded. */
final class Headers {

    /** More than any honest mail has. */
    private static final int MOST = 1_000;

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    void add(String name, String value) {
        if (fields.size() < MOST) fields.add(new Field(name.toLowerCase(Locale.ROOT), value.strip()));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** @param name in small letters */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    String firstOr(String name, String otherwise) {
        return first(name).orElse(otherwise);
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** What a part says of itself before parameters, in small letters: {@code auto-replied; owner-email=...}. */
    String word(String name) {
        var value = firstOr(name, "");
        return value.split("[;\\s(]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
