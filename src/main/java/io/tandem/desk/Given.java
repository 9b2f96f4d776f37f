package io.tandem.desk;

import java.util.UUID;

/** An agent has given a ticket to a colleague of theirs. */
public record Given(UUID ticket) {}
