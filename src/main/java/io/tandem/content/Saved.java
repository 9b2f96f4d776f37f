package io.tandem.content;

/** Something in {@code processes/} was saved. The gate looks at it; everybody else waits for {@link WentLive}. */
public record Saved() {}
