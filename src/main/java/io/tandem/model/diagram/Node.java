package io.tandem.model.diagram;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of a diagram.
 *
 * @param tag what BPMN calls it, e.g. {@code userTask}
 * @param host the activity that a boundary event sits on
 * @param interrupts whether a boundary or start event ends what it interrupts
 * @param body what is inside of a sub-process
 * @param line in the file, counted from 1
 */
public record Node(
        String id,
        @Nullable String name,
        String tag,
        Kind kind,
        Trigger trigger,
        @Nullable String host,
        boolean interrupts,
        boolean asyncBefore,
        boolean asyncAfter,
        Work work,
        @Nullable Body body,
        List<String> incoming,
        List<String> outgoing,
        int line) {

    public String label() {
        return name == null || name.isBlank() ? id : name;
    }

    public Body inside() {
        if (body == null) throw new IllegalStateException(id + " has nothing inside");
        return body;
    }

    public Optional<String> hostId() {
        return Optional.ofNullable(host);
    }

    /** The same node and no other: what is inside is large, and is asked for all the time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** For sub-processes that an event starts. */
    public boolean isEventSubProcess() {
        return kind == Kind.EVENT_SUB_PROCESS;
    }
}
