package io.tandem.process.gate;

import static java.util.stream.Collectors.joining;

import io.tandem.check.Snapshot;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be done to one snapshot to make it another one.
 *
 * @param put the files to be added or changed
 * @param removed the names of those to be removed
 */
record Changes(SortedMap<String, byte[]> put, SortedSet<String> removed) {

    private static final int SHOWN = 5;

    static final Changes NONE = new Changes(new TreeMap<>(), new TreeSet<>());

    static Changes between(Snapshot before, Snapshot after) {
        var put = new TreeMap<>(after.files());
        put.entrySet()
                .removeIf(file -> Arrays.equals(file.getValue(), before.files().get(file.getKey())));
        var removed = new TreeSet<>(before.files().keySet());
        removed.removeAll(after.files().keySet());
        return new Changes(put, removed);
    }

    boolean isNone() {
        return put.isEmpty() && removed.isEmpty();
    }

    Snapshot appliedTo(Snapshot snapshot) {
        var files = new TreeMap<>(snapshot.with(put).files());
        files.keySet().removeAll(removed);
        return new Snapshot(files);
    }

    /** For a log: of many, the first ones. */
    String inShort() {
        var some = names().stream().limit(SHOWN).collect(joining(", "));
        return names().size() <= SHOWN ? some : some + " and %d more".formatted(names().size() - SHOWN);
    }

    SortedSet<String> names() {
        var names = new TreeSet<>(put.keySet());
        names.addAll(removed);
        return names;
    }
}
