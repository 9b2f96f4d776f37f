package io.tandem.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.stereotype.Component;

/** Writes what sessions hold as text, with its type in front, and reads it again: short, and no serialized objects. */
@Component
final class SessionValues {

    private static final Logger log = LoggerFactory.getLogger(SessionValues.class);

    private final Map<String, SessionValue<?>> byName;

    SessionValues(List<SessionValue<?>> known) {
        byName = Stream.concat(known.stream(), Stream.of(new Words()))
                .collect(Collectors.toUnmodifiableMap(value -> value.type().getName(), Function.identity()));
    }

    private static final class Words implements SessionValue<String> {

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public String write(String value) {
            return value;
        }

        @Override
        public String read(String written) {
            return written;
        }
    }

    /** @throws IllegalArgumentException if nobody knows how to write it */
    String write(Object value) {
        return byName.values().stream()
                .filter(known -> known.type().isInstance(value))
                .findFirst()
                .map(known -> known.type().getName() + "\n" + write(known, value))
                .orElseThrow(() -> new IllegalArgumentException("A session cannot keep a " + value.getClass()));
    }

    private static <T> String write(SessionValue<T> known, Object value) {
        return known.write(known.type().cast(value));
    }

    /** Nothing where it was written by another version of the program: whoever needs it makes it anew. */
    @Nullable
    Object read(String written) {
        var end = written.indexOf('\n');
        var known = byName.get(written.substring(0, Math.max(end, 0)));
        try {
            return known == null ? null : known.read(written.substring(end + 1));
        } catch (IllegalArgumentException otherwise) {
            log.info(
                    "A {} in a session cannot be read and is left out",
                    known.type().getSimpleName());
            return null;
        }
    }

    /** As Spring Session asks for it. */
    GenericConversionService asConversions() {
        var conversions = new GenericConversionService();
        conversions.addConverter(
                Object.class, byte[].class, value -> write(value).getBytes(UTF_8));
        conversions.addConverter(byte[].class, Object.class, bytes -> read(new String(bytes, UTF_8)));
        return conversions;
    }
}
