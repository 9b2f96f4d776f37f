package io.tandem.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one open page still has to hear. It remembers how far it has come, so nothing is told twice or left out. */
@FunctionalInterface
public interface LiveFeed {

    /** What is new since the last call, in order. Called by one thread at a time. */
    List<LiveEvent> news();

    /** @param id what the page names when it comes back after a break, so that it gets the rest */
    record LiveEvent(String name, @Nullable String id, Object data) {}
}
