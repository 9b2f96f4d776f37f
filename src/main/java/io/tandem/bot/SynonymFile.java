package io.tandem.bot;

import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.content.BrokenFile;
import io.tandem.content.Utf8;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of one language that mean the same, a group a line: {@code parcel, package} or {@code dog => pet}. */
record SynonymFile(String language, List<SynonymGroup> groups) {

    private static final Pattern NAME = Pattern.compile("knowledge/synonyms_([a-z]{2})\\.txt");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ./&+-]");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final String ONE_WAY = "=>";
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_PHRASE = 5;
    private static final int MOST_GROUPS_OF_A_WORD = 2;

    /** @throws BrokenFile if it cannot be used, with the line and the reason */
    static SynonymFile read(String file, byte[] bytes) {
        var name = NAME.matcher(file);
        if (!name.matches()) throw new BrokenFile(file, "the name has to be like synonyms_en.txt");
        var lines = Utf8.decoded(file, bytes).split("\r?\n", -1);
        var groups = new ArrayList<SynonymGroup>();
        var groupsOfWord = new HashMap<String, Integer>();
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            try {
                var group = group(line);
                mustBeRareEnough(group, groupsOfWord);
                groups.add(group);
            } catch (IllegalArgumentException e) {
                throw new BrokenFile(file, i + 1, String.valueOf(e.getMessage()));
            }
        }
        return new SynonymFile(name.group(1), List.copyOf(groups));
    }

    private static SynonymGroup group(String line) {
        if (line.length() > LONGEST_LINE) throw new IllegalArgumentException("the line is longer than " + LONGEST_LINE);
        var sides = line.split(ONE_WAY, -1);
        if (sides.length > 2) throw new IllegalArgumentException("\"" + ONE_WAY + "\" stands here more than once");
        var from = words(sides[0]);
        if (sides.length == 1) {
            if (from.size() == 1) throw new IllegalArgumentException("a group needs at least two words");
            mustDiffer(from);
            return new SynonymGroup(from, from);
        }
        var to = words(sides[1]);
        mustDiffer(Stream.concat(from.stream(), to.stream()).toList());
        return new SynonymGroup(from, to);
    }

    private static List<String> words(String side) {
        return Arrays.stream(side.split(",", -1)).map(SynonymFile::word).toList();
    }

    private static String word(String written) {
        var small = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var word = BLANKS.matcher(APOSTROPHES.matcher(small).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (word.isEmpty()) throw new IllegalArgumentException("a word is missing beside a comma or arrow");
        var odd = NOT_OF_A_WORD.matcher(word);
        if (odd.find()) throw new IllegalArgumentException("\"" + odd.group() + "\" cannot be part of a word");
        if (!LETTER_OR_DIGIT.matcher(word).find()) throw new IllegalArgumentException("\"" + word + "\" is no word");
        if (word.split(" ").length > LONGEST_PHRASE) {
            throw new IllegalArgumentException("\"" + word + "\" has more than " + LONGEST_PHRASE + " words");
        }
        return word;
    }

    private static void mustDiffer(List<String> words) {
        var seen = new HashSet<String>();
        for (var word : words) {
            if (!seen.add(word)) throw new IllegalArgumentException("\"" + word + "\" stands here twice");
        }
    }

    private static void mustBeRareEnough(SynonymGroup group, Map<String, Integer> groupsOfWord) {
        var words = new LinkedHashSet<>(group.from());
        words.addAll(group.to());
        for (var word : words) {
            if (groupsOfWord.merge(word, 1, Integer::sum) > MOST_GROUPS_OF_A_WORD) {
                throw new IllegalArgumentException(
                        "\"" + word + "\" already stands in " + MOST_GROUPS_OF_A_WORD + " groups above");
            }
        }
    }
}
