package io.tandem.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Header text with words in another charset (RFC 2047). Also as some programs write it: a character that is cut
 * between two words, blanks within a word, a last word without its end.
 */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w.:+-]{1,40})(?:\\*[\\w-]{0,20})?\\?([bBqQ])\\?([^\\r\\n]*?)(?:\\?=|$)");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords() {}

    static String decoded(String header) {
        if (!header.contains("=?")) return oneLine(header);
        return oneLine(new EncodedWords().decode(header));
    }

    private String decode(String header) {
        var word = WORD.matcher(header);
        int at = 0;
        while (word.find()) {
            var between = header.substring(at, word.start());
            var blankBetweenWords = charset != null && between.isBlank();
            if (!blankBetweenWords) {
                release();
                text.append(between);
            }
            if (charset != null && !charset.equalsIgnoreCase(word.group(1))) release();
            charset = word.group(1);
            held.writeBytes(bytes(word.group(2), word.group(3)));
            at = word.end();
        }
        release();
        return text.append(header.substring(at)).toString();
    }

    private static byte[] bytes(String encoding, String coded) {
        var bytes = coded.getBytes(StandardCharsets.UTF_8);
        if (encoding.equalsIgnoreCase("b")) return Base64.decoded(bytes);
        return QuotedPrintable.decoded(coded.replace('_', ' ').getBytes(StandardCharsets.UTF_8), '=');
    }

    private void release() {
        if (charset != null) text.append(Charsets.decoded(held.toByteArray(), charset, new Oddities()));
        held.reset();
        charset = null;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
