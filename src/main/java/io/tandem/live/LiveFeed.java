package io.tandem.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one open page still has to hear. It remembers how far it has come, so nothing is told twice or left out. */
@FunctionalInterface
public interface LiveFeed {

    /** What is new since the last call, in order. Called by one thread at a time. */
    List<LiveEvent> news();

    /** The position that a page names when it comes back; from the start if it names none that we gave. */
    static int position(@Nullable String lastHeard) {
        return lastHeard != null && lastHeard.matches("\\d{1,9}") ? Integer.parseInt(lastHeard) : 0;
    }

    /** @param id what the page names when it comes back after a break, so that it gets the rest */
    record LiveEvent(String name, @Nullable String id, Object data) {

        /** What the page has must not be trusted any more: it reads all again. */
        public static LiveEvent anew() {
            return new LiveEvent("anew", null, true);
        }
    }
}
