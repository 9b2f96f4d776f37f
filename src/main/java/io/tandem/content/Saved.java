package io.tandem.content;

/** Something in {@code processes/} was saved: whoever reads from it reads again. */
public record Saved() {}
