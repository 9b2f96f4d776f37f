package io.tandem.process.migration;

/** A ticket cannot be moved; whatever was moved of it already goes back with the transaction. */
final class Stays extends RuntimeException {

    private final transient Stay reason;

    Stays(Stay reason) {
        super(reason.toString());
        this.reason = reason;
    }

    Stay reason() {
        return reason;
    }
}
