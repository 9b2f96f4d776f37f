package io.tandem.bot;

import io.tandem.content.BrokenFile;
import io.tandem.content.FlatYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The lists of phrases in a YAML file, with the groups of words that they use and the words that are no typing errors. */
final class PhraseLists {

    private static final Pattern GROUP = Pattern.compile("([a-z]+) = (\\S.*)");
    private static final String GROUPS = "groups";
    private static final String OFTEN_MISSPELT = "oftenMisspelt";
    private static final String LOOKALIKES = "rightlySpelt";

    private final String file;
    private final Map<String, WordGroup> groups = new HashMap<>();
    private final Map<String, Phrases> lists = new HashMap<>();
    private final Spelling spelling;

    /** @throws BrokenFile if it cannot be used, with the line and the reason */
    PhraseLists(String file, FlatYaml yaml, Set<String> names) {
        this.file = file;
        var all = new TreeSet<>(names);
        all.addAll(Set.of(GROUPS, OFTEN_MISSPELT, LOOKALIKES));
        yaml.mustOnlyHave(all);
        yaml.lines(GROUPS).forEach(this::addGroup);
        var right =
                new ArrayList<>(yaml.lines(LOOKALIKES).stream().map(this::words).toList());
        for (var name : names) {
            var phrases = yaml.lines(name).stream().map(this::phrase).toList();
            phrases.forEach(phrase -> right.addAll(phrase.words()));
            lists.put(name, new Phrases(phrases));
        }
        spelling = new Spelling(
                yaml.lines(OFTEN_MISSPELT).stream().map(this::words).toList(), right);
    }

    /** Lines with the same name add up. */
    private void addGroup(FlatYaml.Line line) {
        var group = GROUP.matcher(line.text());
        if (!group.matches()) throw new BrokenFile(file, line.line(), "a group is written like: person = human agent*");
        groups.merge(group.group(1), words(new FlatYaml.Line(line.line(), group.group(2))), WordGroup::and);
    }

    private WordGroup words(FlatYaml.Line line) {
        return at(line, () -> WordGroup.of(line.text().split("\\s+"), groups));
    }

    private Phrase phrase(FlatYaml.Line line) {
        return at(line, () -> new Phrase(line.text(), groups));
    }

    private <T> T at(FlatYaml.Line line, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new BrokenFile(file, line.line(), String.valueOf(e.getMessage()));
        }
    }

    Phrases list(String name) {
        return lists.getOrDefault(name, new Phrases(List.of()));
    }

    /** The sentences of a text, for each word what it may be meant. */
    List<List<List<String>>> sentences(String text) {
        return Words.sentences(text).stream().map(this::readings).toList();
    }

    private List<List<String>> readings(List<Words.Word> sentence) {
        return sentence.stream().map(word -> spelling.readings(word.plain())).toList();
    }
}
