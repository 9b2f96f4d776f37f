package io.tandem.desk;

import java.util.UUID;

/** What was promised on a ticket is about to be missed; told once for each promise. */
public record NearlyDue(UUID ticket) {}
