package io.tandem.channel.mail.read;

import java.nio.charset.StandardCharsets;

/** The charset that Java lacks (RFC 2152): {@code M+APw-ller}. Old Exchange servers send it. */
final class Utf7 {

    private Utf7() {}

    static String decoded(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var decoded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            var plus = text.indexOf('+', at);
            if (plus < 0) break;
            decoded.append(text, at, plus);
            var end = endOfShift(text, plus + 1);
            decoded.append(end == plus + 1 ? "+" : units(text.substring(plus + 1, end)));
            at = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
        }
        return decoded.append(text.substring(Math.min(at, text.length()))).toString();
    }

    private static int endOfShift(String text, int from) {
        int end = from;
        while (end < text.length() && Base64.isDigit(text.charAt(end))) end++;
        return end;
    }

    private static String units(String digits) {
        var bytes = Base64.decoded(digits.getBytes(StandardCharsets.ISO_8859_1));
        return new String(bytes, 0, bytes.length / 2 * 2, StandardCharsets.UTF_16BE);
    }
}
