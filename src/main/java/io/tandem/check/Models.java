package io.tandem.check;

import io.tandem.model.BrokenXml;
import io.tandem.model.XmlElement;
import io.tandem.model.XmlFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The diagrams and tables of a snapshot, read once for all rules. A file that is no XML is found in {@link #broken()} only. */
public final class Models {

    private static final String BPMN = ".bpmn";
    private static final String DMN = ".dmn";

    private static final Map<Snapshot, Models> READ = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<Diagram> diagrams = new ArrayList<>();
    private final List<Decisions> decisions = new ArrayList<>();
    private final SortedMap<String, BrokenXml> broken = new TreeMap<>();

    private Models(Snapshot folder) {
        folder.files().forEach((file, bytes) -> {
            if (file.contains("/") || !(file.endsWith(BPMN) || file.endsWith(DMN))) return;
            try {
                add(file, XmlFile.read(bytes));
            } catch (BrokenXml e) {
                broken.put(file, e);
            }
        });
    }

    private void add(String file, XmlElement root) {
        if (file.endsWith(BPMN)) diagrams.add(new Diagram(file, root));
        else decisions.add(new Decisions(file, root));
    }

    public static Models in(Snapshot folder) {
        return READ.computeIfAbsent(folder, Models::new);
    }

    public List<Diagram> diagrams() {
        return diagrams;
    }

    public List<Decisions> decisions() {
        return decisions;
    }

    public SortedMap<String, BrokenXml> broken() {
        return broken;
    }

    /** The processes that can be called: those that were read, and those of files that cannot be at the moment. */
    public Set<String> processIds() {
        var ids = new TreeSet<String>();
        diagrams.forEach(diagram -> diagram.processes().forEach(process -> ids.add(process.id())));
        broken.keySet().stream().filter(file -> file.endsWith(BPMN)).forEach(file -> ids.add(stem(file)));
        return ids;
    }

    /** The diagram of a process, if it can be read. */
    public Optional<Diagram> process(String id) {
        return diagrams.stream()
                .filter(diagram ->
                        diagram.processes().anyMatch(process -> process.id().equals(id)))
                .findFirst();
    }

    /** The file of a decision, if it can be read. */
    public Optional<Decisions> decision(@Nullable String id) {
        return decisions.stream()
                .filter(file ->
                        file.decisions().anyMatch(decision -> decision.id().equals(id)))
                .findFirst();
    }

    public Set<String> decisionIds() {
        var ids = new TreeSet<String>();
        decisions.forEach(file -> file.decisions().forEach(decision -> ids.add(decision.id())));
        broken.keySet().stream().filter(file -> file.endsWith(DMN)).forEach(file -> ids.add(stem(file)));
        return ids;
    }

    /** A file's name without its ending. */
    public static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }
}
