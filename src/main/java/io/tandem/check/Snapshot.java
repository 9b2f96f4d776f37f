package io.tandem.check;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of the folder as they were at one moment, by their names relative to it. It goes live as a whole or not at
 * all.
 */
public record Snapshot(SortedMap<String, byte[]> files) {

    public Snapshot {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The files whose names end so, by name. */
    public SortedMap<String, byte[]> ending(String suffix) {
        var some = new TreeMap<>(files);
        some.keySet().removeIf(name -> !name.endsWith(suffix));
        return some;
    }

    /** This snapshot with some files put in the place of those of the same names, or added. */
    public Snapshot with(Map<String, byte[]> others) {
        var all = new TreeMap<>(files);
        all.putAll(others);
        return new Snapshot(all);
    }
}
