package io.tandem.check.file;

import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** No two files have a process or decision of the same id: which one would be meant? */
@Component
final class UniqueIds implements Rule {

    @Override
    public List<Finding> check(Snapshot folder) {
        var models = Models.in(folder);
        var findings = new ArrayList<Finding>();
        var processes = new HashMap<String, String>();
        models.diagrams()
                .forEach(diagram -> diagram.processes().forEach(process -> {
                    var first = processes.putIfAbsent(process.id(), diagram.file());
                    if (first != null) findings.add(diagram.error("model.twice", process, Map.of("first", first)));
                }));
        var decisions = new HashMap<String, String>();
        models.decisions()
                .forEach(file -> file.decisions().forEach(decision -> {
                    var first = decisions.putIfAbsent(decision.id(), file.file());
                    if (first != null) findings.add(file.error("model.twice", decision, Map.of("first", first)));
                }));
        return findings;
    }
}
