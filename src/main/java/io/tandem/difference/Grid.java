package io.tandem.difference;

import io.tandem.model.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A decision table as its owner sees it: columns with headings, rules with cells. */
final class Grid {

    private final String hitPolicy;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> rules = new LinkedHashMap<>();

    Grid(XmlElement table) {
        hitPolicy = table.attributes().containsKey("hitPolicy") ? Xml.attribute(table, "hitPolicy") : "UNIQUE";
        for (var column : table.children()) {
            if (isColumn(column)) columns.put(Xml.attribute(column, "id"), heading(column));
        }
        for (var rule : table.all("rule").toList()) rules.put(Xml.attribute(rule, "id"), cells(rule));
    }

    private static boolean isColumn(XmlElement element) {
        return element.name().equals("input") || element.name().equals("output");
    }

    private static String heading(XmlElement column) {
        return Stream.of("label", "name", "id")
                .map(name -> Xml.attribute(column, name))
                .filter(said -> !said.isBlank())
                .findFirst()
                .orElse("");
    }

    private Map<String, String> cells(XmlElement rule) {
        var cells = new LinkedHashMap<String, String>();
        var ids = new ArrayList<>(columns.keySet());
        var place = 0;
        for (var child : rule.children()) {
            if (child.name().equals("description")) cells.put("annotation", Xml.text(child));
            if (!child.name().endsWith("Entry") || place >= ids.size()) continue;
            cells.put(ids.get(place++), text(child));
        }
        return cells;
    }

    private static String text(XmlElement entry) {
        var said = entry.all("text").map(Xml::text).findFirst().orElse("");
        return said.isEmpty() ? "-" : said;
    }

    String hitPolicy() {
        return hitPolicy;
    }

    Map<String, String> columns() {
        return columns;
    }

    String heading(String column) {
        return columns.getOrDefault(column, column);
    }

    /** The rules by id, in their order. */
    Map<String, Map<String, String>> rules() {
        return rules;
    }

    /** As its owner counts. */
    String number(String rule) {
        return String.valueOf(List.copyOf(rules.keySet()).indexOf(rule) + 1);
    }

    /** All cells in one line. */
    String inOneLine(String rule) {
        return rules.getOrDefault(rule, Map.of()).entrySet().stream()
                .filter(cell -> !cell.getValue().equals("-"))
                .map(cell -> heading(cell.getKey()) + ": " + cell.getValue())
                .reduce((one, other) -> one + ", " + other)
                .orElse("-");
    }
}
