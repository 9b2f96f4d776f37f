package io.tandem.process.gate;

import io.tandem.check.Finding;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rules, asked about one snapshot. */
@Component
class Judges {

    private static final Logger log = LoggerFactory.getLogger(Judges.class);
    private static final long MILLION = 1_000_000;

    private final ObjectProvider<Rule> rules;

    Judges(ObjectProvider<Rule> rules) {
        this.rules = rules;
    }

    /** What they have to say: errors first. */
    List<Finding> check(Snapshot folder) {
        var start = System.nanoTime();
        var findings = new ArrayList<Finding>();
        rules.orderedStream().forEach(rule -> findings.addAll(ask(rule, folder)));
        findings.sort((one, other) -> one.severity().compareTo(other.severity()));
        var errors = findings.stream().filter(Finding::refuses).count();
        log.info(
                "{} files were checked in {} ms: {} errors, {} warnings",
                folder.files().size(),
                (System.nanoTime() - start) / MILLION,
                errors,
                findings.size() - errors);
        return findings;
    }

    /** A rule that fails has not said that all is well. */
    private static List<Finding> ask(Rule rule, Snapshot folder) {
        try {
            return rule.check(folder);
        } catch (RuntimeException failed) {
            var name = rule.getClass().getSimpleName();
            log.error("The rule {} failed: nothing goes live that it has not judged", name, failed);
            var values = Map.of("rule", name, "reason", String.valueOf(failed.getMessage()));
            return List.of(Finding.error("gate.ruleFailed", "", null, values));
        }
    }
}
