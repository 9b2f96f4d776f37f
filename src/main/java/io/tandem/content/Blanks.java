package io.tandem.content;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a text, which have names: <code>{agent}</code>. */
final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private Blanks() {}

    static String filled(String text, Map<String, ?> values) {
        return BLANK.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value.toString());
        });
    }
}
