package io.tandem.channel.mail.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Parameters after RFC 2231, in pieces ({@code name*0*=utf-8''M%C3; name*1*=%BCll}) or with a charset. */
final class ExtendedParameters {

    private static final int MOST_PIECES = 100;

    private ExtendedParameters() {}

    static Map<String, String> joined(Map<String, String> pieces) {
        var joined = new TreeMap<String, String>();
        for (var piece : pieces.entrySet()) {
            var name = piece.getKey();
            if (!name.contains("*")) joined.putIfAbsent(name, EncodedWords.decoded(piece.getValue()));
            else if (name.matches("[^*]+(\\*0\\*?|\\*)")) {
                var plain = name.substring(0, name.indexOf('*'));
                joined.put(plain, name.endsWith(plain + "*") ? extended(piece.getValue()) : inPieces(plain, pieces));
            }
        }
        return joined;
    }

    private static String extended(String value) {
        var parts = value.split("'", 3);
        return parts.length < 3 ? decoded(percent(value), "") : decoded(percent(parts[2]), parts[0]);
    }

    private static String inPieces(String name, Map<String, String> pieces) {
        var bytes = new ByteArrayOutputStream();
        var charset = "";
        for (int i = 0; i < MOST_PIECES; i++) {
            var plain = pieces.get(name + "*" + i);
            if (plain != null) {
                bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
                continue;
            }
            var coded = pieces.get(name + "*" + i + "*");
            if (coded == null) break;
            var parts = i == 0 ? coded.split("'", 3) : new String[] {coded};
            if (parts.length == 3) charset = parts[0];
            bytes.writeBytes(percent(parts[parts.length - 1]));
        }
        var text = decoded(bytes.toByteArray(), charset);
        return charset.isEmpty() ? EncodedWords.decoded(text) : text;
    }

    private static String decoded(byte[] bytes, String charset) {
        return Charsets.decoded(bytes, charset, new Oddities());
    }

    private static byte[] percent(String text) {
        return QuotedPrintable.decoded(text.getBytes(StandardCharsets.UTF_8), '%');
    }
}
