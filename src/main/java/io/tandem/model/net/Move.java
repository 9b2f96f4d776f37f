package io.tandem.model.net;

/** One step from a state to the next, or to the border of what is followed. */
record Move(Occurrence what, Result result) {}
