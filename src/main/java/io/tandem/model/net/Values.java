package io.tandem.model.net;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a process's variables in one state. A variable that is not here can have any value. */
public record Values(Map<String, String> known) {

    /** A variable that is not set. */
    public static final String NULL = "\u2400";

    /** Some value that no condition and no table asks for by name. */
    public static final String OTHER = "\u2026";

    /** A value of which nothing is known. */
    public static final String ANY = "*";

    static final Values NONE = new Values(Map.of());

    public @Nullable String of(String name) {
        return known.get(name);
    }

    Values with(String name, String value) {
        if (value.equals(ANY)) return forget(name);
        if (value.equals(known.get(name))) return this;
        var changed = new TreeMap<>(known);
        changed.put(name, value);
        return new Values(changed);
    }

    private Values forget(String name) {
        if (!known.containsKey(name)) return this;
        var changed = new TreeMap<>(known);
        changed.remove(name);
        return new Values(changed);
    }
}
