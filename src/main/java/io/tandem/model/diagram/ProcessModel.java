package io.tandem.model.diagram;

import org.jspecify.annotations.Nullable;

/** A process as its file tells it. */
public record ProcessModel(String file, String id, @Nullable String name, Body body) {

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
