package io.tandem.model.diagram;

import org.jspecify.annotations.Nullable;

/** A sequence flow; its condition as it is written. */
public record Flow(
        String id,
        @Nullable String name,
        String source,
        String target,
        @Nullable String condition,
        boolean isDefault) {}
