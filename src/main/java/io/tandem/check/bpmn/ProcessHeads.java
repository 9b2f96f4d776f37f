package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A file holds one process of its name, which can be started and is forgotten in time. */
@Component
final class ProcessHeads implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var name = Models.stem(diagram.file());
        if (diagram.processes().count() == 0) {
            return Stream.of(diagram.error("process.missing", diagram.root(), Map.of("name", name)));
        }
        return diagram.processes().flatMap(process -> check(diagram, process, name));
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement process, String name) {
        var findings = Stream.<Finding>builder();
        if (!process.id().equals(name)) findings.add(diagram.error("process.name", process, Map.of("name", name)));
        if (!"true".equals(process.attribute("isExecutable"))) {
            findings.add(diagram.error("process.notExecutable", process, Map.of()));
        }
        var kept = process.camunda("historyTimeToLive");
        if (kept == null || kept.isBlank()) findings.add(diagram.error("process.historyTimeToLive", process, Map.of()));
        else if (!Times.isTimeToLive(kept)) {
            findings.add(diagram.error("process.historyTimeToLiveBroken", process, Map.of("written", kept)));
        }
        return findings.build();
    }
}
