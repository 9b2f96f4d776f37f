package io.tandem.model.net;

import io.tandem.model.diagram.Flow;
import io.tandem.model.diagram.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens at a node and brings a process from one state to the next.
 *
 * @param flow the way that was chosen at a gateway
 * @param file the file that the node stands in
 * @param details what a table has decided, or the code of an error
 */
public record Occurrence(Kind kind, Node node, @Nullable Flow flow, String file, Map<String, String> details) {

    /** An end event that was reached before in the same scope. */
    private static final Map<String, String> AGAIN = Map.of("again", "true");

    static Occurrence of(Kind kind, Place place) {
        return new Occurrence(kind, place.node(), null, place.process().file(), Map.of());
    }

    static Occurrence of(Kind kind, Place place, Map<String, String> details) {
        return new Occurrence(kind, place.node(), null, place.process().file(), details);
    }

    static Occurrence endedAgain(Place place) {
        return of(Kind.ENDED, place, AGAIN);
    }

    boolean isEndedAgain() {
        return details.equals(AGAIN);
    }

    /** Whether it comes from outside and may not come at all. */
    boolean isAwaited() {
        return kind == Kind.MESSAGE || kind == Kind.TIME || kind == Kind.WISHED || isPersonsWork();
    }

    private boolean isPersonsWork() {
        return kind == Kind.DONE && node.kind() == io.tandem.model.diagram.Kind.PERSON;
    }

    boolean isMessage(String name) {
        return kind == Kind.MESSAGE && name.equals(node.trigger().name());
    }

    public enum Kind {
        /** A process begins. */
        BEGINS,
        /** A step is done, or a person's task, or a sub-process. */
        DONE,
        /** A table has decided; the detail tells what. */
        DECIDED,
        /** A step ends with an error; the detail is its code. */
        FAILED,
        /** A message has come. */
        MESSAGE,
        /** The customer wants a person, and nobody in the diagram listens; the record remembers it. */
        WISHED,
        /** A time is over. */
        TIME,
        /** A way is taken at a gateway. */
        CHOSEN,
        /** An activity has begun and can be interrupted now. */
        STARTED,
        /** Tokens pass, and nobody notices. */
        PASSED,
        /** A job goes on with what was left to it. */
        JOB,
        ENDED;

        /** Whether it tells somebody anything who reads the way. */
        public boolean isTold() {
            return this != PASSED && this != JOB && this != STARTED;
        }
    }
}
