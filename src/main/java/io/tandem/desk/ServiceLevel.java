package io.tandem.desk;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What {@code service-level.dmn} promises a customer, in business time. Not every ticket is promised a resolution. */
record ServiceLevel(Promise response, Optional<Promise> resolution) {

    /** @param warnBefore how long before the end agents are warned */
    record Promise(Duration within, Duration warnBefore) {

        /** @throws IllegalArgumentException if the table says something else than ISO 8601 durations */
        static Promise of(String within, String warnBefore) {
            return new Promise(duration(within), duration(warnBefore));
        }

        private static Duration duration(String text) {
            try {
                var duration = Duration.parse(text);
                if (!duration.isNegative()) return duration;
            } catch (DateTimeParseException unknown) {
                // Said below.
            }
            throw new IllegalArgumentException("service-level.dmn: \"" + text + "\" is no duration like PT4H or PT30M");
        }
    }
}
