package io.tandem.process.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.DecisionTable;
import io.tandem.model.Steps;
import io.tandem.model.diagram.NotSupported;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.net.Promises;
import io.tandem.model.net.Promises.Broken;
import io.tandem.model.net.Promises.Promise;
import io.tandem.model.net.TooManyStates;
import io.tandem.process.TicketProcess;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every version that goes live keeps what customers are promised: it is proven by every state that its processes can
 * reach together. What cannot be followed is refused, not guessed at.
 */
@Component
public final class KeepsPromises implements Rule {

    /** The versions that owners go to and fro between. */
    private static final int PROOFS_KEPT = 8;

    private final Steps steps = Steps.ours();

    /** By the files that it is about: who saves an article does not wait for what is proven already. */
    private final Cache<ModelFiles, List<Finding>> proven =
            Caffeine.newBuilder().maximumSize(PROOFS_KEPT).build();

    /** What a broken model does is of no interest before it is mended. */
    @Override
    public boolean takesModelsAtTheirWord() {
        return true;
    }

    @Override
    public List<Finding> check(Snapshot folder) {
        // The rule that reads files says where.
        if (!Models.in(folder).broken().isEmpty()) return List.of();
        return proven.get(ModelFiles.of(folder), this::prove);
    }

    private List<Finding> prove(ModelFiles files) {
        try {
            var models = files.models();
            var tables = files.tables();
            return rootsOf(models).stream()
                    .flatMap(root -> prove(root, models, tables))
                    .distinct()
                    .toList();
        } catch (CannotFollow one) {
            return List.of(one.finding());
        }
    }

    /** A ticket's life, and what nobody calls. */
    private static List<ProcessModel> rootsOf(List<ProcessModel> models) {
        Set<String> called = new HashSet<>();
        models.forEach(model -> model.body()
                .walk(body -> body.nodes().stream()
                        .map(node -> String.valueOf(node.work().called()))
                        .forEach(called::add)));
        return models.stream()
                .filter(model -> model.id().equals(TicketProcess.TICKET) || !called.contains(model.id()))
                .toList();
    }

    private Stream<Finding> prove(ProcessModel root, List<ProcessModel> models, List<DecisionTable> tables) {
        try {
            var broken =
                    Promises.of(root, models, TicketWorld.of(steps, tables)).broken();
            var promises = broken.stream().map(Broken::promise).collect(Collectors.toSet());
            return broken.stream()
                    // Who cannot get to the end waits for ever, too.
                    .filter(one -> one.promise() != Promise.NO_ENDLESS_WAIT || !promises.contains(Promise.COMPLETES))
                    .flatMap(one -> one.promise() == Promise.ALIVE
                            ? dead(one, root, models, tables)
                            : Stream.of(BrokenPromise.finding(one, root, tables)));
        } catch (NotSupported element) {
            return Stream.of(CannotFollow.notSupported(root.file(), element));
        } catch (TooManyStates tooMany) {
            return Stream.of(Finding.error(
                    "proof.tooMany", root.file(), null, Map.of("reason", String.valueOf(tooMany.getMessage()))));
        }
    }

    /** What only the tables keep out of reach is said and not refused: policy may change from day to day. */
    private Stream<Finding> dead(
            Broken broken, ProcessModel root, List<ProcessModel> models, List<DecisionTable> tables) {
        var always = Promises.dead(root, models, TicketWorld.ofAnyTables(steps, tables));
        return broken.where().stream().map(spot -> BrokenPromise.dead(spot, always.contains(spot)));
    }
}
