package io.tandem.insight;

import java.util.Locale;

/** What is counted. Each has its name and its definition among the texts: {@code figure.<key>} and {@code .means}. */
enum Figure {
    /** Tickets that an agent replied on. */
    TICKETS(Unit.COUNT),
    /** From the wish for a person to the first reply. */
    FIRST_REPLY(Unit.SECONDS),
    /** From the wish for a person until somebody took the ticket. */
    TAKEN(Unit.SECONDS),
    /** First responses by the service level, and those that came later. */
    RESPONSE_MET(Unit.COUNT),
    RESPONSE_MISSED(Unit.COUNT),
    RESOLVED(Unit.COUNT),
    /** Resolutions by the service level, and those that came later. */
    RESOLUTION_MET(Unit.COUNT),
    RESOLUTION_MISSED(Unit.COUNT),
    RATINGS(Unit.POINTS);

    /** A count is the number of cases; of all others the mean is told. */
    enum Unit {
        COUNT,
        SECONDS,
        POINTS
    }

    private final Unit unit;

    Figure(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
