package io.tandem.check;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks all rules about a folder. */
@Component
public final class Check {

    private static final Logger log = LoggerFactory.getLogger(Check.class);

    private final List<Rule> readers;
    private final List<Rule> proofs;

    public Check(List<Rule> rules) {
        readers = rules.stream().filter(not(Rule::takesModelsAtTheirWord)).toList();
        proofs = rules.stream().filter(Rule::takesModelsAtTheirWord).toList();
    }

    /** What they find, each only once, in the order in which it is best mended. */
    public List<Finding> of(Snapshot folder) {
        // Threads of our own: those of the common pool do not find the classes in the program's jar.
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var found = answers(readers, folder, threads);
            // The longest work by far, so it begins when it is known that it is not for nothing.
            if (found.stream().noneMatch(Check::isInModels)) found.addAll(answers(proofs, folder, threads));
            else if (!proofs.isEmpty()) found.add(Finding.warning("proof.later", Finding.FOLDER, null, Map.of()));
            return found.stream().distinct().sorted(MendingOrder.FIRST_TO_LAST).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Finding> answers(List<Rule> rules, Snapshot folder, Executor threads) {
        var asked = rules.stream()
                .map(rule -> supplyAsync(() -> ask(rule, folder), threads))
                .toList();
        return asked.stream().flatMap(answer -> answer.join().stream()).collect(toCollection(ArrayList::new));
    }

    /** Whether a model is not what its owner meant, or one is missing. */
    private static boolean isInModels(Finding finding) {
        return finding.refuses() && finding.file().matches("\\.|.*\\.(bpmn|dmn)");
    }

    /** A rule that stumbles over a file refuses it: what nobody could judge does not go live. */
    private static List<Finding> ask(Rule rule, Snapshot folder) {
        try {
            return rule.check(folder);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("The rule {} failed", rule.getClass().getName(), e);
            return List.of(Finding.error("check.failed", Finding.FOLDER, null, Map.of("reason", e.toString())));
        }
    }
}
