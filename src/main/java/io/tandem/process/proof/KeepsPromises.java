package io.tandem.process.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Rule;
import io.tandem.check.Snapshot;
import io.tandem.model.DecisionFile;
import io.tandem.model.DecisionTable;
import io.tandem.model.Steps;
import io.tandem.model.diagram.Diagrams;
import io.tandem.model.diagram.NotSupported;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Unreadable;
import io.tandem.model.net.Promises;
import io.tandem.model.net.Promises.Broken;
import io.tandem.model.net.Promises.Promise;
import io.tandem.model.net.TooManyStates;
import io.tandem.process.TicketProcess;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every version that goes live keeps what customers are promised: it is proven by every state that its processes can
 * reach together. What cannot be followed is refused, not guessed at.
 */
@Component
public final class KeepsPromises implements Rule {

    private static final String MODEL = ".bpmn";
    private static final String TABLE = ".dmn";

    /** The versions that owners go to and fro between. */
    private static final int PROOFS_KEPT = 8;

    private final Steps steps = Steps.ours();

    /** By the files that it is about: who saves an article does not wait for what is proven already. */
    private final Cache<Map<String, ByteBuffer>, List<Finding>> proven =
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
        var files = new TreeMap<String, ByteBuffer>();
        Stream.of(MODEL, TABLE)
                .flatMap(ending -> topLevel(folder, ending))
                .forEach(file -> files.put(file.getKey(), ByteBuffer.wrap(file.getValue())));
        return proven.get(files, proofOf -> proof(folder));
    }

    private List<Finding> proof(Snapshot folder) {
        try {
            var models = modelsOf(folder);
            var tables = tablesOf(folder);
            return rootsOf(models).stream()
                    .flatMap(root -> prove(root, models, tables))
                    .distinct()
                    .toList();
        } catch (NotInFolder one) {
            return List.of(one.finding);
        }
    }

    private static List<ProcessModel> modelsOf(Snapshot folder) {
        var models = new ArrayList<ProcessModel>();
        topLevel(folder, MODEL).forEach(file -> models.addAll(read(file.getKey(), file.getValue())));
        return models;
    }

    private static List<DecisionTable> tablesOf(Snapshot folder) {
        return topLevel(folder, TABLE)
                .flatMap(file -> DecisionFile.read(file.getValue()).stream())
                .toList();
    }

    private static Stream<Map.Entry<String, byte[]>> topLevel(Snapshot folder, String ending) {
        return folder.ending(ending).entrySet().stream()
                .filter(file -> !file.getKey().contains("/"));
    }

    private static List<ProcessModel> read(String file, byte[] bytes) {
        try {
            return Diagrams.read(file, bytes);
        } catch (NotSupported element) {
            throw new NotInFolder(notSupported(file, element));
        } catch (Unreadable broken) {
            throw new NotInFolder(
                    Finding.error("proof.unreadable", file, null, Map.of("reason", String.valueOf(broken.getMessage())))
                            .at(broken.line()));
        }
    }

    private static Finding notSupported(String file, NotSupported element) {
        var where = element.id() == null ? null : new Finding.Element(file, element.id(), element.label());
        return Finding.error("proof.notSupported", file, where, Map.of("element", element.element()));
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
            return Stream.of(notSupported(root.file(), element));
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

    /** A file that ends the proof. */
    private static final class NotInFolder extends RuntimeException {

        private final transient Finding finding;

        NotInFolder(Finding finding) {
            super(finding.rule());
            this.finding = finding;
        }
    }
}
