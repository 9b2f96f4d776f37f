package io.tandem.http;

/** A program elsewhere gave no whole answer. The message says why, and neither where it was asked nor for what. */
public final class NoAnswer extends RuntimeException {

    private final boolean tooLong;

    private NoAnswer(String reason, boolean tooLong) {
        super(reason, null, false, false);
        this.tooLong = tooLong;
    }

    static NoAnswer of(String reason) {
        return new NoAnswer(reason, false);
    }

    static NoAnswer tooLong() {
        return new NoAnswer("the answer is too long", true);
    }

    /** Whether it would have said more than may be: to ask again is no use. */
    public boolean isTooLong() {
        return tooLong;
    }
}
