package io.tandem.model.diagram;

import org.jspecify.annotations.Nullable;

/** An element whose behaviour is not followed here. Nothing is said about a model that has one. */
public final class NotSupported extends RuntimeException {

    private final String element;
    private final @Nullable String id;
    private final @Nullable String label;

    NotSupported(String element, @Nullable String id, @Nullable String label) {
        super(element
                + (id == null ? "" : " " + id)
                + (label == null || label.isBlank() ? "" : " (" + oneLine(label) + ")"));
        this.element = element;
        this.id = id;
        this.label = label;
    }

    private static String oneLine(String label) {
        return label.replaceAll("\\s+", " ").strip();
    }

    /** What BPMN calls it. */
    public String element() {
        return element;
    }

    public @Nullable String id() {
        return id;
    }

    public @Nullable String label() {
        return label;
    }
}
