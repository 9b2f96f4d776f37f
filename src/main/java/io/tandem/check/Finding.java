package io.tandem.check;

import io.tandem.content.FileSize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a check has to say about the folder. What is wrong and what to do about it stands in
 * {@code findings_<language>.properties} under the rule's name; the values fill its placeholders.
 *
 * @param rule the rule's name, e.g. {@code flow.noDefault}
 * @param file relative to the folder
 * @param element where in the file, if it is at one element
 * @param line counted from 1; 0 where it is not known
 * @param way the steps that break a promise, from the start on; empty for rules that look at one place
 */
public record Finding(
        Severity severity,
        String rule,
        String file,
        @Nullable Element element,
        int line,
        Map<String, String> values,
        List<Element> way) {

    /** Instead of a file: the folder as a whole. */
    public static final String FOLDER = ".";

    public enum Severity {
        /** Nothing of the folder goes live. */
        ERROR,
        /** Goes live, and the owner hears of it. */
        WARNING
    }

    /**
     * An element of a diagram or table, as its owner knows it.
     *
     * @param file the file that it stands in: a way leads through several
     * @param label its name in the diagram; null if it has none
     */
    public record Element(String file, String id, @Nullable String label) {

        /** Instead of a label: the customer wants a person there. The words stand with those of the findings. */
        public static final String WISH = "way.of.wish";
    }

    public static Finding error(String rule, String file, @Nullable Element element, Map<String, String> values) {
        return new Finding(Severity.ERROR, rule, file, element, 0, values, List.of());
    }

    public static Finding warning(String rule, String file, @Nullable Element element, Map<String, String> values) {
        return new Finding(Severity.WARNING, rule, file, element, 0, values, List.of());
    }

    /** Said of a file that nobody needs to read for that. */
    public static Finding tooLarge(String file, long size) {
        return error(
                "file.tooLarge",
                file,
                null,
                Map.of("size", FileSize.megabytes(size), "most", FileSize.megabytes(FileSize.LARGEST)));
    }

    public Finding at(int line) {
        return new Finding(severity, rule, file, element, line, values, way);
    }

    public Finding by(List<Element> way) {
        return new Finding(severity, rule, file, element, line, values, List.copyOf(way));
    }

    public boolean refuses() {
        return severity == Severity.ERROR;
    }
}
