package io.tandem.process.migration;

/** What becomes of a ticket; all but the first mean that it stays where it was. */
enum Outcome {
    MOVED,
    /** The element at which it stands is no longer there. */
    GONE,
    /** It is another kind of element now. */
    OTHER_KIND,
    /** It stands within another subprocess now. */
    OTHER_PLACE,
    /** The call at which it stands leads to another process now: what it waits for would never fit. */
    OTHER_CALL,
    /** A step of it waits to be done here, and the new version no longer stops there. */
    NO_STOP,
    /** The process as a whole is no longer there. */
    NO_PROCESS,
    /** Steps of it were being done all the time. */
    BUSY,
    /** What the engine says, in its own words. */
    REFUSED
}
