package io.tandem.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which way a ticket takes to a person.
 *
 * @param skill the group that is to help, as it was decided or as an agent passed it on
 * @param queue the people who see it while it waits; none before it has got there
 * @param keptFor the agent who knows the customer and is asked first
 * @param keptUntil when all the others are asked, too
 */
public record Route(
        @Nullable String skill,
        @Nullable String queue,
        @Nullable String keptFor,
        @Nullable Instant keptUntil) {

    static final Route NONE = new Route(null, null, null, null);

    Route through(String skill, String queue) {
        return new Route(skill, queue, keptFor, keptUntil);
    }

    Route keptFor(String agent, Instant until) {
        return new Route(skill, queue, agent, until);
    }

    Route forEverybody() {
        return new Route(skill, queue, null, null);
    }

    Route notQueued() {
        return new Route(skill, null, keptFor, keptUntil);
    }

    /** For whom it is kept at this time. */
    public Optional<String> keptAt(Instant now) {
        return Optional.ofNullable(keptFor).filter(agent -> keptUntil != null && now.isBefore(keptUntil));
    }
}
