package io.tandem.channel.mail.read;

import java.io.ByteArrayOutputStream;

/** Base64 that takes what comes: rubbish between the digits is passed over, padding may stand anywhere or lack. */
final class Base64 {

    private int bits;
    private int held;
    private final ByteArrayOutputStream decoded;

    private Base64(int length) {
        decoded = new ByteArrayOutputStream(length / 4 * 3 + 3);
    }

    static byte[] decoded(byte[] digits) {
        var base64 = new Base64(digits.length);
        for (var digit : digits) base64.take((char) (digit & 0xFF));
        return base64.decoded.toByteArray();
    }

    private void take(char digit) {
        if (digit == '=') held = 0;
        var value = valueOf(digit);
        if (value < 0) return;
        bits = bits << 6 | value;
        held += 6;
        if (held < 8) return;
        held -= 8;
        decoded.write(bits >> held);
    }

    static boolean isDigit(char c) {
        return valueOf(c) >= 0;
    }

    private static int valueOf(char c) {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        if (c == '+') return 62;
        return c == '/' ? 63 : -1;
    }
}
