package io.tandem.model.net;

/** The model has more states than are looked at. Nothing is said about it. */
public final class TooManyStates extends RuntimeException {

    TooManyStates(int limit) {
        super("more than %,d states".formatted(limit));
    }
}
