package io.tandem.retention;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.content.BrokenFile;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long things are kept can be read, and is long enough for what is counted out of them. */
@Component
final class RetentionCheck implements Rule {

    @Override
    public List<Finding> check(Snapshot folder) {
        var bytes = folder.file(RetentionFile.NAME);
        if (bytes.isEmpty()) return List.of();
        try {
            RetentionFile.read(bytes.get());
            return List.of();
        } catch (BrokenFile broken) {
            return List.of(
                    Finding.error("retention.broken", RetentionFile.NAME, null, Map.of("reason", broken.reason()))
                            .at(broken.line()));
        }
    }
}
