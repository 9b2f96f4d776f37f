package io.tandem.process.proof;

import io.tandem.check.Snapshot;
import io.tandem.model.DecisionFile;
import io.tandem.model.DecisionTable;
import io.tandem.model.diagram.Diagrams;
import io.tandem.model.diagram.NotSupported;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Unreadable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The diagrams and tables that a proof is about, and nothing else: equal ones have equal proofs. */
record ModelFiles(SortedMap<String, ByteBuffer> diagrams, SortedMap<String, ByteBuffer> decisions) {

    static ModelFiles of(Snapshot folder) {
        return new ModelFiles(topLevel(folder, ".bpmn"), topLevel(folder, ".dmn"));
    }

    private static SortedMap<String, ByteBuffer> topLevel(Snapshot folder, String ending) {
        var files = new TreeMap<String, ByteBuffer>();
        folder.ending(ending).forEach((name, bytes) -> {
            if (!name.contains("/")) files.put(name, ByteBuffer.wrap(bytes));
        });
        return files;
    }

    /** @throws CannotFollow if one is not what the proof knows */
    List<ProcessModel> models() {
        return diagrams.entrySet().stream().flatMap(ModelFiles::read).toList();
    }

    private static Stream<ProcessModel> read(Map.Entry<String, ByteBuffer> file) {
        try {
            return Diagrams.read(file.getKey(), file.getValue().array()).stream();
        } catch (NotSupported element) {
            throw new CannotFollow(CannotFollow.notSupported(file.getKey(), element));
        } catch (Unreadable broken) {
            throw new CannotFollow(CannotFollow.unreadable(file.getKey(), broken));
        }
    }

    List<DecisionTable> tables() {
        return decisions.values().stream()
                .flatMap(file -> DecisionFile.read(file.array()).stream())
                .toList();
    }
}
