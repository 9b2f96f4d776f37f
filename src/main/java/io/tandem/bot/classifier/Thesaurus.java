package io.tandem.bot.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which stems, or rows of stems, mean the same. */
final class Thesaurus {

    private static final int LONGEST_PHRASE = 5;
    private static final String BLANK = " ";

    private final Map<String, List<String>> bothWays = new HashMap<>();
    private final Map<String, List<String>> oneWay = new HashMap<>();

    /** @param stems how a phrase is taken apart */
    Thesaurus(List<SynonymGroup> groups, Function<String, List<String>> stems) {
        for (int number = 0; number < groups.size(); number++) {
            var group = groups.get(number);
            var meaning = "=" + number;
            var known = group.isOneWay() ? oneWay : bothWays;
            for (var phrase : group.from()) enter(known, String.join(BLANK, stems.apply(phrase)), meaning);
            if (group.isOneWay()) {
                for (var phrase : group.to()) enter(bothWays, String.join(BLANK, stems.apply(phrase)), meaning);
            }
        }
    }

    private static void enter(Map<String, List<String>> known, String phrase, String meaning) {
        if (!phrase.isEmpty())
            known.computeIfAbsent(phrase, any -> new ArrayList<>()).add(meaning);
    }

    /**
     * The meanings that the stems share with others.
     *
     * @param asking whether it is a question, which is also widened one way: who asks for a dog also asks for a pet
     */
    Set<String> meanings(List<String> stems, boolean asking) {
        var meanings = new LinkedHashSet<String>();
        for (int start = 0; start < stems.size(); start++) {
            var phrase = new StringBuilder();
            for (int end = start; end < Math.min(stems.size(), start + LONGEST_PHRASE); end++) {
                phrase.append(end == start ? "" : BLANK).append(stems.get(end));
                meanings.addAll(bothWays.getOrDefault(phrase.toString(), List.of()));
                if (asking) meanings.addAll(oneWay.getOrDefault(phrase.toString(), List.of()));
            }
        }
        return meanings;
    }
}
