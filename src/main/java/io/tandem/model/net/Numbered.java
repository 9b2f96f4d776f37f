package io.tandem.model.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Things that are equal have one number, counted from 0 in the order in which they came. */
final class Numbered<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    OptionalInt find(T thing) {
        var known = numbers.get(thing);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /** The thing's number, the next one if it is new. */
    int of(T thing) {
        var known = numbers.putIfAbsent(thing, things.size());
        if (known != null) return known;
        things.add(thing);
        return things.size() - 1;
    }

    T get(int number) {
        return things.get(number);
    }

    int size() {
        return things.size();
    }

    List<T> all() {
        return things;
    }
}
