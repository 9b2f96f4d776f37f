package io.tandem.desk.news;

import java.util.List;

/** Somebody who listens, with the groups and queues that they are in just now. */
record Audience(String user, List<String> groups, List<String> queues) {

    /** What the pages of one agent listen by. */
    record Listener(String user) {}
}
