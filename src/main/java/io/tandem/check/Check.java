package io.tandem.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks all rules about a folder. */
@Component
public final class Check {

    private static final Logger log = LoggerFactory.getLogger(Check.class);

    private static final Comparator<Finding> AS_READ = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::rule);

    private final List<Rule> rules;

    public Check(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** What they find, errors first, then by file and line; each only once. */
    public List<Finding> of(Snapshot folder) {
        // Threads of our own: those of the common pool do not find the classes in the program's jar.
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var asked = rules.stream()
                    .map(rule -> CompletableFuture.supplyAsync(() -> ask(rule, folder), threads))
                    .toList();
            return asked.stream()
                    .flatMap(answer -> answer.join().stream())
                    .distinct()
                    .sorted(AS_READ)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** A rule that stumbles over a file refuses it: what nobody could judge does not go live. */
    private static List<Finding> ask(Rule rule, Snapshot folder) {
        try {
            return rule.check(folder);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("The rule {} failed", rule.getClass().getName(), e);
            return List.of(Finding.error("check.failed", ".", null, Map.of("reason", e.toString())));
        }
    }
}
