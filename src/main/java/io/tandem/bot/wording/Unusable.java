package io.tandem.bot.wording;

/** A language model's answer cannot be used. The message says why, and nothing of what anybody wrote. */
final class Unusable extends RuntimeException {

    private final boolean failure;

    private Unusable(String reason, boolean failure) {
        super(reason, null, false, false);
        this.failure = failure;
    }

    /** The endpoint does not work. */
    static Unusable failed(String reason) {
        return new Unusable(reason, true);
    }

    /** The endpoint works, but this cannot be said. */
    static Unusable dropped(String reason) {
        return new Unusable(reason, false);
    }

    boolean isFailure() {
        return failure;
    }
}
