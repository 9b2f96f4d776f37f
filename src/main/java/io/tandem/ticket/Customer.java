package io.tandem.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** Somebody who wrote to us. In the web chat nobody has to say who they are. */
public record Customer(@Id UUID id, @Nullable String name, Instant createdAt) {}
