package io.tandem.difference;

import io.tandem.difference.Detail.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** What is other in a file of texts, by key. */
final class TextsDifference {

    private TextsDifference() {}

    static List<Detail> between(byte[] before, byte[] after) {
        try {
            return between(texts(before), texts(after));
        } catch (IOException | IllegalArgumentException broken) {
            return LinesDifference.between(before, after);
        }
    }

    private static Properties texts(byte[] file) throws IOException {
        var texts = new Properties();
        texts.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
        return texts;
    }

    private static List<Detail> between(Properties before, Properties after) {
        var keys = new TreeSet<>(before.stringPropertyNames());
        keys.addAll(after.stringPropertyNames());
        var details = new ArrayList<Detail>();
        for (var key : keys) {
            var was = before.getProperty(key);
            var is = after.getProperty(key);
            if (was == null) details.add(Detail.of(Kind.TEXT_ADDED, key, null, null, is));
            else if (is == null) details.add(Detail.of(Kind.TEXT_REMOVED, key, null, was, null));
            else if (!was.equals(is)) details.add(Detail.of(Kind.TEXT_CHANGED, key, null, was, is));
        }
        return details;
    }
}
