package io.tandem.bot;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A message's words in the form in which phrases are written: small letters, umlauts written out, no apostrophes. Signs
 * and emojis such as 👍 are words too. Of a very long message only its beginning and its end are read.
 */
final class Words {

    private static final int MOST_WORDS_AT_AN_END = 500;
    private static final int LONGEST_WORD = 40;
    private static final String APOSTROPHE = "'’‘`´ʼ";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{Cf}" + APOSTROPHE + "]+|\\p{So}");
    private static final Pattern NOT_HEARD = Pattern.compile("[\\p{M}\\p{Cf}" + APOSTROPHE + "]");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?;:…](\\s|$)|\\n\\s*\\n");

    /** One word: its plain form, and where it stands in the text. */
    record Word(String plain, int start, int end) {}

    private Words() {}

    static List<Word> in(String text) {
        var words = new ArrayList<Word>();
        var found = WORD.matcher(text);
        while (found.find()) {
            var plain = plain(found.group());
            if (!plain.isEmpty()) words.add(new Word(plain, found.start(), found.end()));
        }
        return bothEnds(words);
    }

    private static List<Word> bothEnds(List<Word> words) {
        if (words.size() <= 2 * MOST_WORDS_AT_AN_END) return words;
        var ends = new ArrayList<>(words.subList(0, MOST_WORDS_AT_AN_END));
        ends.addAll(words.subList(words.size() - MOST_WORDS_AT_AN_END, words.size()));
        return ends;
    }

    /** The same words, sentence by sentence. */
    static List<List<Word>> sentences(String text) {
        var sentences = new ArrayList<List<Word>>();
        var before = -1;
        for (var word : in(text)) {
            if (before < 0 || endsBetween(text, before, word.start())) sentences.add(new ArrayList<>());
            sentences.get(sentences.size() - 1).add(word);
            before = word.end();
        }
        return sentences;
    }

    private static boolean endsBetween(String text, int from, int to) {
        return END_OF_SENTENCE
                .matcher(text)
                .region(from, to)
                .useAnchoringBounds(false)
                .find();
    }

    static String plain(String word) {
        var start = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
        var small = Normalizer.normalize(start, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return NOT_HEARD
                .matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                .replaceAll("");
    }
}
