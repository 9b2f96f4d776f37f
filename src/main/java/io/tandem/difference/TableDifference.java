package io.tandem.difference;

import io.tandem.difference.Detail.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What is other in a file of decisions: by decision, rule and cell. */
final class TableDifference {

    private final List<Detail> details = new ArrayList<>();

    static List<Detail> between(Element before, Element after) {
        var difference = new TableDifference();
        difference.compare(decisions(before), decisions(after));
        return difference.details;
    }

    private static Map<String, Element> decisions(Element definitions) {
        var decisions = new LinkedHashMap<String, Element>();
        Xml.children(definitions).stream()
                .filter(child ->
                        child.hasAttribute("id") && !child.getLocalName().equals("DMNDI"))
                .forEach(child -> decisions.put(child.getAttribute("id"), child));
        return decisions;
    }

    private void compare(Map<String, Element> before, Map<String, Element> after) {
        before.forEach((id, old) -> {
            if (!after.containsKey(id)) add(Kind.REMOVED, old, null, null, null);
        });
        after.forEach((id, now) -> {
            var old = before.get(id);
            if (old == null) add(Kind.ADDED, now, null, null, null);
            else compare(old, now);
        });
    }

    private void compare(Element old, Element now) {
        if (!old.getAttribute("name").equals(now.getAttribute("name"))) {
            add(Kind.RENAMED, now, null, old.getAttribute("name"), now.getAttribute("name"));
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

    private void compareTables(Element old, Element now) {
        var before = Xml.children(old, "decisionTable").stream().findFirst().map(Grid::new);
        var after = Xml.children(now, "decisionTable").stream().findFirst().map(Grid::new);
        if (before.isPresent() && after.isPresent()) {
            details.addAll(new GridDifference(before.get(), after.get()).find());
        } else if (before.isPresent() != after.isPresent()) {
            add(Kind.CHANGED, now, "decisionTable", kind(before.isPresent()), kind(after.isPresent()));
        }
    }

    private static @Nullable String kind(boolean isTable) {
        return isTable ? "true" : null;
    }

    private static boolean isTable(Element element) {
        return element.getLocalName().equals("decisionTable");
    }

    private void add(
            Kind kind, Element decision, @Nullable String property, @Nullable String was, @Nullable String is) {
        var name = decision.getAttribute("name");
        var id = decision.getAttribute("id");
        details.add(new Detail(kind, id, name.isBlank() ? id : name, decision.getLocalName(), property, was, is));
    }
}
