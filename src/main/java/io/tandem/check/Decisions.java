package io.tandem.check;

import io.tandem.model.DecisionFile;
import io.tandem.model.DecisionTable;
import io.tandem.model.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A DMN file of the folder, read and not yet judged. */
public record Decisions(String file, XmlElement root, List<DecisionTable> tables, TablePlaces places) {

    Decisions(String file, XmlElement root) {
        this(file, root, DecisionFile.tables(root), new TablePlaces(root));
    }

    public Stream<XmlElement> decisions() {
        return root.all("decision");
    }

    /** What people call the element of this id. */
    public Optional<String> named(String id) {
        return Optional.ofNullable(places.nameAt(element(id)));
    }

    /** The element of this id; the whole file if there is none. */
    public XmlElement element(String id) {
        return root.tree()
                .filter(element -> element.id().equals(id))
                .findFirst()
                .orElse(root);
    }

    /** The table of a decision, and those that it rests on. */
    public List<DecisionTable> tablesFor(String decision) {
        var ids = new LinkedHashSet<String>();
        collect(decision, ids);
        return tables.stream().filter(table -> ids.contains(table.id())).toList();
    }

    private void collect(String decision, Set<String> ids) {
        if (!ids.add(decision)) return;
        decisions()
                .filter(one -> one.id().equals(decision))
                .flatMap(one -> one.all("informationRequirement"))
                .flatMap(requirement -> requirement.all("requiredDecision"))
                .map(required -> required.attributes().getOrDefault("href", "").replaceFirst("^#", ""))
                .forEach(required -> collect(required, ids));
    }

    public Finding error(String rule, XmlElement at, Map<String, String> values) {
        return Finding.error(rule, file, new Finding.Element(file, at.id(), places.nameAt(at)), values)
                .at(at.line());
    }

    public Finding warning(String rule, XmlElement at, Map<String, String> values) {
        return Finding.warning(rule, file, new Finding.Element(file, at.id(), places.nameAt(at)), values)
                .at(at.line());
    }

    public Finding error(String rule, DecisionTable table, int line, Map<String, String> values) {
        return Finding.error(rule, file, new Finding.Element(file, table.id(), table.label()), values)
                .at(line);
    }

    public Finding warning(String rule, DecisionTable table, int line, Map<String, String> values) {
        return Finding.warning(rule, file, new Finding.Element(file, table.id(), table.label()), values)
                .at(line);
    }
}
