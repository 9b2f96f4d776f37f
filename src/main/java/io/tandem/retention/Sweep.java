package io.tandem.retention;

import io.tandem.retention.Retention.Limits;

/** Removes one kind of what is too old, some rows at a time. */
interface Sweep {

    /** As operators read it. */
    String kind();

    /**
     * Removes the next ones, in the caller's transaction.
     *
     * @return how many; 0 when there are none left
     */
    int next(Limits limits);
}
