package io.tandem.bot;

import java.util.List;
import java.util.function.Predicate;

/**
 * How well the wish for a person is heard.
 *
 * @param found wishes that were heard
 * @param wrong what was taken for a wish and is none
 * @param missed wishes that were not heard
 */
record HeardWishes(int found, int wrong, int missed) {

    private static final String HANDOFF = "handoff";
    private static final String OTHER = "other";

    /** @throws IllegalArgumentException if the messages are labelled otherwise than handoff and other */
    static HeardWishes in(List<LabelledText> messages, Predicate<String> isHeard) {
        int found = 0, wrong = 0, missed = 0;
        for (var message : messages) {
            if (!message.label().equals(HANDOFF) && !message.label().equals(OTHER)) {
                throw new IllegalArgumentException(
                        "With --wants-human the labels have to be handoff and other, not " + message.label());
            }
            var wished = message.label().equals(HANDOFF);
            var heard = isHeard.test(message.text());
            if (heard && wished) found++;
            if (heard && !wished) wrong++;
            if (!heard && wished) missed++;
        }
        return new HeardWishes(found, wrong, missed);
    }

    /** Not a number if nothing was heard. */
    double precision() {
        return found / (double) (found + wrong);
    }

    /** Not a number if there was no wish. */
    double recall() {
        return found / (double) (found + missed);
    }

    /** The harmonic mean of both; not a number only where there was nothing to hear and nothing was heard. */
    double f1() {
        return 2 * found / (double) (2 * found + wrong + missed);
    }
}
