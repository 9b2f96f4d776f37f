package io.tandem.bot.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that were met in a view of the texts, numbered. */
final class Vocabulary {

    /** A text by its features' numbers; {@link #UNHEARD_OF} for those that no example has. */
    record Reading(List<Counted> groups) {}

    /** One group of features, and how often each occurs. */
    record Counted(double weight, int[] numbers, int[] counts) {}

    static final int UNHEARD_OF = -1;
    private static final int AT_ONCE = 500;

    private final View view;
    private final Terms terms;
    private final Map<String, Integer> numbers = new HashMap<>();

    Vocabulary(View view, Terms terms) {
        this.view = view;
        this.terms = terms;
    }

    int size() {
        return numbers.size();
    }

    /** Reads texts and numbers what is new in them. They are taken apart side by side and numbered in their order. */
    List<Reading> learn(List<String> texts) {
        var readings = new ArrayList<Reading>();
        for (int start = 0; start < texts.size(); start += AT_ONCE) {
            texts.subList(start, Math.min(texts.size(), start + AT_ONCE)).parallelStream()
                    .map(text -> view.groups(terms, text, false))
                    .forEachOrdered(groups -> {
                        groups.forEach(this::number);
                        readings.add(reading(groups));
                    });
        }
        return readings;
    }

    private void number(View.Group group) {
        group.counts().keySet().forEach(feature -> numbers.putIfAbsent(feature, numbers.size()));
    }

    Reading read(String text) {
        return reading(view.groups(terms, text, true));
    }

    private Reading reading(List<View.Group> groups) {
        return new Reading(groups.stream().map(this::counted).toList());
    }

    private Counted counted(View.Group group) {
        var size = group.counts().size();
        var ids = new int[size];
        var counts = new int[size];
        var i = 0;
        for (var feature : group.counts().entrySet()) {
            ids[i] = numbers.getOrDefault(feature.getKey(), UNHEARD_OF);
            counts[i++] = feature.getValue();
        }
        return new Counted(group.weight(), ids, counts);
    }
}
