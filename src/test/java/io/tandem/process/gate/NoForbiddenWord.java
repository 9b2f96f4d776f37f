package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A rule that tests can break whenever they like. */
@Component
final class NoForbiddenWord implements Rule {

    static final String WORD = "word-that-no-rule-lets-through";
    static final String QUESTIONABLE = "word-that-deserves-a-warning";

    @Override
    public List<Finding> check(Snapshot folder) {
        return folder.files().entrySet().stream()
                .flatMap(file -> {
                    var text = new String(file.getValue(), StandardCharsets.UTF_8);
                    if (text.contains(WORD)) {
                        return List.of(Finding.error("test.forbidden", file.getKey(), null, Map.of("word", WORD)))
                                .stream();
                    }
                    return text.contains(QUESTIONABLE)
                            ? List.of(Finding.warning("test.questionable", file.getKey(), null, Map.of())).stream()
                            : List.<Finding>of().stream();
                })
                .toList();
    }
}
