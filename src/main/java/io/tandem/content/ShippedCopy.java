package io.tandem.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** The files that the program brings along, for where there is no folder. */
final class ShippedCopy {

    private static final String PLACE = "/processes/";

    private ShippedCopy() {}

    static SortedMap<String, byte[]> files() {
        try {
            var files = new TreeMap<String, byte[]>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + PLACE + "**")) {
                if (resource.isReadable()) files.put(nameOf(resource), resource.getContentAsByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the copy of processes/ in the program", e);
        }
    }

    private static String nameOf(Resource resource) throws IOException {
        var address = StringUtils.cleanPath(resource.getURL().toString());
        return address.substring(address.lastIndexOf(PLACE) + PLACE.length());
    }
}
