package io.tandem.process;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the values of a variable have to be, so that a check hears of a wrong one before a ticket meets it.
 *
 * @param known the values that the program sets or reads, where they can be listed
 * @param besides values that it has, too, where the program does not read it
 * @param onlyWhere a row of a table that lets this variable be another value than this may say anything
 */
public record Meaning(Kind kind, Set<String> known, Set<String> besides, Map<String, String> onlyWhere) {

    public enum Kind {
        ANY,
        /** The program reads it and fails at any other value. */
        ONE_OF,
        /** The program knows these; others mean something if a diagram or a table asks for them. */
        NAMED,
        /** As {@link java.time.Duration} reads it, and not negative. */
        DURATION,
        /** A topic of the articles. */
        TOPIC
    }

    static final Meaning ANY = new Meaning(Kind.ANY, Set.of(), Set.of(), Map.of());
    static final Meaning DURATION = new Meaning(Kind.DURATION, Set.of(), Set.of(), Map.of());
    static final Meaning TOPIC = new Meaning(Kind.TOPIC, Set.of(), Set.of(), Map.of());

    static Meaning oneOf(Enum<?>... values) {
        var names = Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        return new Meaning(Kind.ONE_OF, names, Set.of(), Map.of());
    }

    static Meaning named(String... values) {
        return new Meaning(Kind.NAMED, Set.of(values), Set.of(), Map.of());
    }

    Meaning besides(String... values) {
        return new Meaning(kind, known, Set.of(values), onlyWhere);
    }

    Meaning onlyWhere(Variable<?> other, String value) {
        return new Meaning(kind, known, besides, Map.of(other.name(), value));
    }

    /** Whether only values that are listed, here or by the folder, ever stand in the variable. */
    public boolean isListed() {
        return kind == Kind.ONE_OF || kind == Kind.NAMED;
    }
}
