package io.tandem.difference;

import org.jspecify.annotations.Nullable;

/**
 * One thing in a file that is other than before.
 *
 * @param element the id of the diagram's element or of the table's rule that it is about; null in files of words
 * @param label what owners call it: the element's name, the rule's number, the text's key, the article's title
 * @param type the element's kind, e.g. {@code userTask}
 * @param property what of it is other, e.g. {@code conditionExpression} or a table's column
 * @param before null if there was none
 * @param after null if there is none any more
 */
public record Detail(
        Kind kind,
        @Nullable String element,
        @Nullable String label,
        @Nullable String type,
        @Nullable String property,
        @Nullable String before,
        @Nullable String after) {

    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        /** Only in the drawing: it does what it did. */
        MOVED,
        CHANGED,
        /** A flow that comes from or leads to elsewhere. */
        REWIRED,
        RULE_ADDED,
        RULE_REMOVED,
        /** The order counts: the first rule that fits decides. */
        RULE_MOVED,
        CELL_CHANGED,
        TEXT_ADDED,
        TEXT_REMOVED,
        TEXT_CHANGED,
        PART_CHANGED,
        ENTRY_ADDED,
        ENTRY_REMOVED,
        LINE_ADDED,
        LINE_REMOVED,
        /** Nothing that anybody would notice. */
        FORMATTING
    }

    static Detail of(
            Kind kind,
            @Nullable String label,
            @Nullable String property,
            @Nullable String before,
            @Nullable String after) {
        return new Detail(kind, null, label, null, property, before, after);
    }
}
