package io.tandem.bot;

import io.tandem.bot.Understanding.Mood;
import io.tandem.content.BrokenFile;
import io.tandem.content.FlatYaml;
import io.tandem.content.Utf8;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The phrases of one language by which a message's signals are recognized. */
final class SignalFile {

    private static final Pattern NAME = Pattern.compile("knowledge/signals_([a-z]{2})\\.yml");
    private static final List<String> COURTESIES = List.of("greeting", "thanks", "courtesy");
    private static final Set<String> LISTS = new TreeSet<>(Set.of(
            "wantsHuman",
            "notWantsHuman",
            "furious",
            "annoyed",
            "distressed",
            "greeting",
            "thanks",
            "courtesy",
            "request"));

    private final String language;
    private final PhraseLists lists;

    private SignalFile(String language, PhraseLists lists) {
        this.language = language;
        this.lists = lists;
    }

    /** @throws BrokenFile if it cannot be used, with the line and the reason */
    static SignalFile read(String file, byte[] bytes) {
        var name = NAME.matcher(file);
        if (!name.matches()) throw new BrokenFile(file, "the name has to be like signals_en.yml");
        var yaml = new FlatYaml(file, 0, Utf8.decoded(file, bytes));
        return new SignalFile(name.group(1), new PhraseLists(file, yaml, LISTS));
    }

    String language() {
        return language;
    }

    /** What only looks like the wish wins over it, but only where it stands: a real wish beside it still counts. */
    boolean wantsHuman(String text) {
        return lists.sentences(text).stream().anyMatch(sentence -> {
            var lookalike = new BitSet();
            lists.list("notWantsHuman").take(sentence, lookalike);
            return lists.list("wantsHuman").isIn(sentence, lookalike);
        });
    }

    /** Fury first: nothing else makes a machine's answer as unwelcome. */
    Mood mood(String text) {
        var sentences = lists.sentences(text);
        if (isIn("furious", sentences)) return Mood.FURIOUS;
        if (isIn("distressed", sentences)) return Mood.DISTRESSED;
        return isIn("annoyed", sentences) || Shouting.isIn(text) ? Mood.ANNOYED : Mood.CALM;
    }

    /** Nothing may stand beside the greeting or the thanks but other courtesies; of the two, the thanks count. */
    SmallTalk smallTalk(String text) {
        var sentences = lists.sentences(text);
        if (!sentences.stream().allMatch(this::isCourteous)) return SmallTalk.NONE;
        if (isIn("thanks", sentences)) return SmallTalk.THANKS;
        return isIn("greeting", sentences) ? SmallTalk.GREETING : SmallTalk.NONE;
    }

    /** Whether the words ask for something. */
    boolean asksForSomething(String text) {
        return isIn("request", lists.sentences(text));
    }

    private boolean isCourteous(List<List<String>> sentence) {
        var courteous = new BitSet();
        COURTESIES.forEach(list -> lists.list(list).take(sentence, courteous));
        return courteous.nextClearBit(0) >= sentence.size();
    }

    private boolean isIn(String list, List<List<List<String>>> sentences) {
        return sentences.stream().anyMatch(lists.list(list)::isIn);
    }
}
