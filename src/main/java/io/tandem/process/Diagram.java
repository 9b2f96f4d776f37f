package io.tandem.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a process says about its way, as data.
 *
 * @param id the engine's name for this version
 * @param name what its owner calls it
 * @param steps by their ids: everything that a ticket can be at
 */
public record Diagram(String id, String process, String name, int version, Map<String, Step> steps) {

    public enum Kind {
        USER_TASK,
        CALL,
        PARALLEL,
        EVENT_GATEWAY,
        /** Begins an event subprocess and ends all else around it. */
        EVENT_START,
        SUBPROCESS,
        OTHER
    }

    /**
     * @param next where flows lead to
     * @param scope the subprocess that it stands in
     * @param attachedTo whose boundary it stands on, if it ends that
     * @param calls the process that it calls
     * @param message whether it waits for what a customer or somebody else does
     */
    public record Step(
            String id,
            Kind kind,
            List<String> next,
            @Nullable String scope,
            @Nullable String attachedTo,
            @Nullable String calls,
            boolean message) {}

    /** Events on the boundary of a step that end it. */
    public List<Step> boundaryOf(String step) {
        return steps.values().stream()
                .filter(event -> step.equals(event.attachedTo()))
                .toList();
    }
}
