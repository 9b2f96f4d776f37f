package io.tandem.model.net;

import java.util.Optional;

/** What comes of a scope when something happens in it. The values are those of the process that it belongs to. */
sealed interface Result {

    record GoesOn(Frame frame, Values values) implements Result {}

    record Finished(Values values) implements Result {}

    /**
     * An error that nobody inside has caught.
     *
     * @param code empty where the end event has none
     * @param otherwise what comes of it if nobody outside does either
     */
    record Thrown(Optional<String> code, Values values, Result otherwise) implements Result {}

    /** More tokens in one place than are followed: they would become more and more. */
    record Overflow() implements Result {}
}
