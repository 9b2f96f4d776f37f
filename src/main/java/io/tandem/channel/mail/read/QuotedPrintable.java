package io.tandem.channel.mail.read;

import java.io.ByteArrayOutputStream;

/** Quoted-printable that takes what comes: an escape that is none stays as it stands. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    /** @param escape what stands before two hexadecimal digits; at a line's end it joins the line with the next */
    static byte[] decoded(byte[] text, char escape) {
        var decoded = new ByteArrayOutputStream(text.length);
        int i = 0;
        while (i < text.length) {
            if (text[i] != escape) {
                decoded.write(text[i++]);
                continue;
            }
            var next = afterSoftBreak(text, i + 1);
            if (next > 0) {
                i = next;
            } else if (i + 2 < text.length && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
                decoded.write(hex(text[i + 1]) << 4 | hex(text[i + 2]));
                i += 3;
            } else {
                decoded.write(text[i++]);
            }
        }
        return decoded.toByteArray();
    }

    /** @return where the next line begins, 0 if there is more than blanks before the line's end */
    private static int afterSoftBreak(byte[] text, int from) {
        int i = from;
        while (i < text.length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r')) i++;
        if (i == text.length) return i;
        return text[i] == '\n' ? i + 1 : 0;
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
