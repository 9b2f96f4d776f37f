package io.tandem.bot;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The phrases of one language by which a message's signals are recognized. */
record SignalFile(
        String language,
        List<Phrase> wantsHuman,
        List<Phrase> notWantsHuman,
        List<Phrase> furious,
        List<Phrase> annoyed,
        List<Phrase> distressed) {

    private static final Pattern NAME = Pattern.compile("knowledge/signals_([a-z]{2})\\.yml");
    private static final Set<String> LISTS =
            new TreeSet<>(Set.of("wantsHuman", "notWantsHuman", "furious", "annoyed", "distressed", "thanks"));

    /** @throws BrokenFile if it cannot be used, with the line and the reason */
    static SignalFile read(String file, byte[] bytes) {
        var name = NAME.matcher(file);
        if (!name.matches()) throw new BrokenFile(file, "the name has to be like signals_en.yml");
        var yaml = new FlatYaml(file, 0, new String(bytes, StandardCharsets.UTF_8));
        yaml.mustOnlyHave(LISTS);
        LISTS.forEach(list -> phrases(yaml, file, list));
        return new SignalFile(
                name.group(1),
                phrases(yaml, file, "wantsHuman"),
                phrases(yaml, file, "notWantsHuman"),
                phrases(yaml, file, "furious"),
                phrases(yaml, file, "annoyed"),
                phrases(yaml, file, "distressed"));
    }

    private static List<Phrase> phrases(FlatYaml yaml, String file, String list) {
        return yaml.lines(list).stream().map(line -> phrase(file, line)).toList();
    }

    private static Phrase phrase(String file, FlatYaml.Line line) {
        try {
            return new Phrase(line.text());
        } catch (IllegalArgumentException e) {
            throw new BrokenFile(file, line.line(), String.valueOf(e.getMessage()));
        }
    }

    /** What only looks like the wish wins over it, but only where it stands: a real wish beside it still counts. */
    boolean wantsHuman(List<String> words) {
        var lookalike = new BitSet();
        notWantsHuman.forEach(phrase -> phrase.take(words, lookalike));
        return wantsHuman.stream().anyMatch(phrase -> phrase.isIn(words, lookalike));
    }

    boolean isFurious(List<String> words) {
        return isOneIn(furious, words);
    }

    boolean isDistressed(List<String> words) {
        return isOneIn(distressed, words);
    }

    boolean isAnnoyed(List<String> words) {
        return isOneIn(annoyed, words);
    }

    private static boolean isOneIn(List<Phrase> phrases, List<String> words) {
        var none = new BitSet();
        return phrases.stream().anyMatch(phrase -> phrase.isIn(words, none));
    }
}
