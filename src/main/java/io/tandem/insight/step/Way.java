package io.tandem.insight.step;

import org.jspecify.annotations.Nullable;

/** How a ticket went on from a step. @param next the step that came; none where none did or none is told */
record Way(How how, @Nullable String next) {

    enum How {
        /** Along a line of the diagram. */
        FLOW,
        /** An event on its boundary or of an event subprocess ended it. */
        EVENT,
        /** It was the last one. */
        END,
        /** It was ended from elsewhere. */
        STOPPED,
        /** Ways of which each is too rare to be told. */
        RARE
    }

    static final Way END = new Way(How.END, null);
    static final Way STOPPED = new Way(How.STOPPED, null);
    static final Way RARE = new Way(How.RARE, null);
}
