package io.tandem.check;

import io.tandem.content.ProgramTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a file cannot be read, in the words of whoever reads the finding. Readers speak English, and to programmers: what
 * they usually say is put into other words, and the rest is shown as theirs.
 */
final class Reasons {

    private static final String UNKNOWN = "unknown";
    private static final Pattern BLANK = Pattern.compile("\\{(\\d)}");
    private static final ProgramTexts WORDS = new ProgramTexts("reasons");
    private static final List<Reader> READERS = readers();

    private Reasons() {}

    private record Reader(String key, Pattern says) {}

    private static List<Reader> readers() {
        var readers = new ArrayList<Reader>();
        ProgramTexts.inOrder("reasons_reader").forEach((key, says) -> readers.add(new Reader(key, pattern(says))));
        return readers;
    }

    private static Pattern pattern(String says) {
        var pattern = new StringBuilder();
        int end = 0;
        for (var blank = BLANK.matcher(says); blank.find(); end = blank.end()) {
            pattern.append(Pattern.quote(says.substring(end, blank.start()))).append("(.*)");
        }
        return Pattern.compile(pattern + Pattern.quote(says.substring(end)), Pattern.DOTALL);
    }

    static String in(String language, String reason) {
        for (var reader : READERS) {
            var said = reader.says().matcher(reason.strip());
            if (said.matches() && WORDS.has(language, reader.key())) {
                return WORDS.get(language, reader.key(), values(said));
            }
        }
        return WORDS.has(language, UNKNOWN) ? WORDS.get(language, UNKNOWN, Map.of("1", reason)) : reason;
    }

    private static Map<String, String> values(Matcher said) {
        var values = new HashMap<String, String>();
        for (int i = 1; i <= said.groupCount(); i++) values.put(String.valueOf(i), plain(said.group(i)));
        return values;
    }

    /** Some show quotes with a backslash, and a full stop that ends the sentence. */
    private static String plain(String text) {
        return text.replace("\\\"", "\"");
    }
}
