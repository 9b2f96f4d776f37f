package io.tandem.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Messages of which people said what they are: label, language and text on each line. */
final class LabelledMessages {

    record Message(String label, String language, String text) {
        boolean is(String other) {
            return label.equalsIgnoreCase(other);
        }
    }

    private LabelledMessages() {}

    static List<Message> in(String file, String language) {
        try (var stream = Objects.requireNonNull(LabelledMessages.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(part -> new Message(part[0], part[1], part[2]))
                    .filter(message -> message.language().equals(language))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
