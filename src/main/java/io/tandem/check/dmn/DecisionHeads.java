package io.tandem.check.dmn;

import io.tandem.check.Decisions;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A DMN file holds the decision of its name, as a table, and the tables that it rests on. */
@Component
final class DecisionHeads implements Rule {

    @Override
    public List<Finding> check(Snapshot folder) {
        return Models.in(folder).decisions().stream()
                .flatMap(DecisionHeads::check)
                .toList();
    }

    private static Stream<Finding> check(Decisions file) {
        var name = Models.stem(file.file());
        var ids = file.decisions().map(XmlElement::id).collect(Collectors.toSet());
        var missing = ids.contains(name)
                ? Stream.<Finding>empty()
                : Stream.of(file.error("decision.name", file.root(), Map.of("name", name)));
        return Stream.concat(missing, file.decisions().flatMap(decision -> check(file, decision, ids)));
    }

    private static Stream<Finding> check(Decisions file, XmlElement decision, Set<String> ids) {
        var findings = Stream.<Finding>builder();
        if (decision.first("decisionTable").isEmpty()) {
            findings.add(file.error("decision.noTable", decision, Map.of()));
        }
        var kept = decision.camunda("historyTimeToLive");
        if (kept == null || kept.isBlank()) {
            findings.add(file.error("decision.historyTimeToLive", decision, Map.of()));
        }
        decision.all("informationRequirement")
                .flatMap(requirement -> requirement.all("requiredDecision"))
                .map(required -> required.attributes().getOrDefault("href", ""))
                .filter(reference -> !reference.startsWith("#") || !ids.contains(reference.substring(1)))
                .forEach(reference -> findings.add(file.error(
                        "decision.lostRequirement", decision, Map.of("required", reference.replaceFirst("^#", "")))));
        return findings.build();
    }
}
