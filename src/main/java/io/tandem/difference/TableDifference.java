package io.tandem.difference;

import io.tandem.difference.Detail.Kind;
import io.tandem.model.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is other in a file of decisions: by decision, rule and cell. */
final class TableDifference {

    private final List<Detail> details = new ArrayList<>();

    static List<Detail> between(XmlElement before, XmlElement after) {
        var difference = new TableDifference();
        difference.compare(decisions(before), decisions(after));
        return difference.details;
    }

    private static Map<String, XmlElement> decisions(XmlElement definitions) {
        var decisions = new LinkedHashMap<String, XmlElement>();
        definitions.children().stream()
                .filter(child ->
                        child.attributes().containsKey("id") && !child.name().equals("DMNDI"))
                .forEach(child -> decisions.put(Xml.attribute(child, "id"), child));
        return decisions;
    }

    private void compare(Map<String, XmlElement> before, Map<String, XmlElement> after) {
        before.forEach((id, old) -> {
            if (!after.containsKey(id)) add(Kind.REMOVED, old, null, null, null);
        });
        after.forEach((id, now) -> {
            var old = before.get(id);
            if (old == null) add(Kind.ADDED, now, null, null, null);
            else compare(old, now);
        });
    }

    private void compare(XmlElement old, XmlElement now) {
        if (!Xml.attribute(old, "name").equals(Xml.attribute(now, "name"))) {
            add(Kind.RENAMED, now, null, Xml.attribute(old, "name"), Xml.attribute(now, "name"));
        }
        var was = Sayings.of(old, TableDifference::isTable);
        var is = Sayings.of(now, TableDifference::isTable);
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (var name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                add(Kind.CHANGED, now, name, was.get(name), is.get(name));
            }
        }
        compareTables(old, now);
    }

    private void compareTables(XmlElement old, XmlElement now) {
        var before = old.first("decisionTable").map(Grid::new);
        var after = now.first("decisionTable").map(Grid::new);
        if (before.isPresent() && after.isPresent()) {
            details.addAll(new GridDifference(before.get(), after.get()).find());
        } else if (before.isPresent() != after.isPresent()) {
            add(Kind.CHANGED, now, "decisionTable", kind(before.isPresent()), kind(after.isPresent()));
        }
    }

    private static @Nullable String kind(boolean isTable) {
        return isTable ? "true" : null;
    }

    private static boolean isTable(XmlElement element) {
        return element.name().equals("decisionTable");
    }

    private void add(
            Kind kind, XmlElement decision, @Nullable String property, @Nullable String was, @Nullable String is) {
        var name = Xml.attribute(decision, "name");
        var id = Xml.attribute(decision, "id");
        details.add(new Detail(kind, id, name.isBlank() ? id : name, decision.name(), property, was, is));
    }
}
