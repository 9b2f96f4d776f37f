package io.tandem.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A decision table as its owner sees it: columns with headings, rules with cells. */
final class Grid {

    private final String hitPolicy;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> rules = new LinkedHashMap<>();

    Grid(Element table) {
        hitPolicy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        for (var column : Xml.children(table)) {
            if (isColumn(column)) columns.put(column.getAttribute("id"), heading(column));
        }
        for (var rule : Xml.children(table, "rule")) rules.put(rule.getAttribute("id"), cells(rule));
    }

    private static boolean isColumn(Element element) {
        return element.getLocalName().equals("input") || element.getLocalName().equals("output");
    }

    private static String heading(Element column) {
        return Stream.of("label", "name", "id")
                .map(column::getAttribute)
                .filter(said -> !said.isBlank())
                .findFirst()
                .orElse("");
    }

    private Map<String, String> cells(Element rule) {
        var cells = new LinkedHashMap<String, String>();
        var ids = new ArrayList<>(columns.keySet());
        var place = 0;
        for (var child : Xml.children(rule)) {
            if (child.getLocalName().equals("description")) cells.put("annotation", Xml.text(child));
            if (!child.getLocalName().endsWith("Entry") || place >= ids.size()) continue;
            cells.put(ids.get(place++), text(child));
        }
        return cells;
    }

    private static String text(Element entry) {
        var said =
                Xml.children(entry, "text").stream().map(Xml::text).findFirst().orElse("");
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
