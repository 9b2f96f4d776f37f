package io.tandem.difference;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that an owner has drawn.
 *
 * @param properties all that is said of it besides its name, by where it is said
 * @param from the id where a flow begins; null for everything else
 * @param to the id where it ends
 */
record Item(
        String id,
        String type,
        @Nullable String label,
        SortedMap<String, String> properties,
        @Nullable String from,
        @Nullable String to) {

    String called() {
        return label == null ? id : label;
    }
}
