package io.tandem.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of addresses, as in {@code 10.0.0.0/8} or {@code fc00::/7}; an address alone is a block of one. */
record Network(InetAddress first, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException if it is no block of addresses */
    static Network of(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2 || !isAddress(parts[0])) throw new IllegalArgumentException("no network: " + text);
        try {
            var first = InetAddress.getByName(parts[0]);
            var most = first.getAddress().length * Byte.SIZE;
            var prefix = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > most) throw new IllegalArgumentException("no network: " + text);
            return new Network(first, prefix);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no network: " + text, e);
        }
    }

    /** Whether it is written as an address, so that nobody has to be asked where it leads. */
    static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    boolean has(InetAddress address) {
        var ours = first.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) return false;
        for (int bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) return false;
        }
        return true;
    }
}
