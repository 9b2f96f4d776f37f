package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bytes as text, whatever their label says: senders name the wrong charset, an unknown one or none. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names of charsets that Java does not know, or knows as something narrower than what is sent under them. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("gb2312", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac", "x-macroman"),
            Map.entry("x-mac-roman", "x-macroman"));

    /** What a sender says who has not thought about it: these may as well be UTF-8. */
    private static final Set<String> CARELESS = Set.of(
            "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252", "");

    private static final Set<String> UNNAMED =
            Set.of("unknown", "x-unknown", "unknown-8bit", "default", "default_charset", "binary", "8bit");

    private Charsets() {}

    static String decoded(byte[] bytes, @Nullable String label, Oddities oddities) {
        var name = label == null ? "" : label.strip().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        if (UNNAMED.contains(name) || CARELESS.contains(name) && !name.equals("iso-8859-15")) return unlabelled(bytes);
        if (name.matches("(unicode-1-1-)?utf-?7")) return Utf7.decoded(bytes);
        if (name.matches("utf-?8|unicode|utf")) return utf8(bytes, oddities);
        var charset = charset(MEANT.getOrDefault(name, name));
        if (charset == null) {
            oddities.mark(Fault.UNKNOWN_CHARSET);
            return unlabelled(bytes);
        }
        return CARELESS.contains(name) && isUtf8(bytes) ? unlabelled(bytes) : withoutMark(new String(bytes, charset));
    }

    /** UTF-8 if it can be that, else what Windows writes in western countries. */
    static String unlabelled(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16LE));
        }
        return withoutMark(new String(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : WESTERN));
    }

    /** Said to be UTF-8 and is not: western if nothing in it looks like UTF-8, else UTF-8 with holes. */
    private static String utf8(byte[] bytes, Oddities oddities) {
        if (isUtf8(bytes)) return withoutMark(new String(bytes, StandardCharsets.UTF_8));
        oddities.mark(Fault.BROKEN_ENCODING);
        return hasUtf8(bytes) ? withoutMark(new String(bytes, StandardCharsets.UTF_8)) : new String(bytes, WESTERN);
    }

    private static boolean hasUtf8(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xE0) == 0xC0 && (bytes[i + 1] & 0xC0) == 0x80) return true;
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static @Nullable Charset charset(String name) {
        try {
            var charset = Charset.forName(name);
            return charset.newDecoder() == null ? null : charset;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
