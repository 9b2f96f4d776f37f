package io.tandem.attachment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files that a message is to take along, and who held them until then. */
public record Attached(@Nullable Holder holder, List<UUID> files) {

    public static final Attached NONE = new Attached(null, List.of());

    public Attached {
        files = files.stream().distinct().toList();
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }
}
