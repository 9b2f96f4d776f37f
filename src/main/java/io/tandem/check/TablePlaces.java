package io.tandem.check;

import io.tandem.model.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns, rows and cells of tables as people find them: {@code Who helps? #3: Mood}. */
public final class TablePlaces {

    private final Map<String, String> byId = new HashMap<>();

    TablePlaces(XmlElement root) {
        root.all("decision")
                .forEach(decision -> decision.first("decisionTable").ifPresent(table -> read(nameOf(decision), table)));
    }

    private static String nameOf(XmlElement element) {
        return Optional.ofNullable(element.label()).orElse(element.id());
    }

    private void read(String name, XmlElement table) {
        byId.put(table.id(), name);
        var inputs = table.all("input").map(TablePlaces::columnOf).toList();
        var outputs = table.all("output").map(TablePlaces::columnOf).toList();
        Stream.concat(table.all("input"), table.all("output"))
                .forEach(column -> column.tree().forEach(part -> put(part, name + ": " + columnOf(column))));
        int number = 0;
        for (var row : table.all("rule").toList()) {
            var place = name + " #" + ++number;
            put(row, place);
            cells(row, "inputEntry", inputs, place);
            cells(row, "outputEntry", outputs, place);
        }
    }

    private void cells(XmlElement row, String kind, List<String> columns, String place) {
        int column = 0;
        for (var cell : row.all(kind).toList()) {
            put(cell, column < columns.size() ? place + ": " + columns.get(column) : place);
            column++;
        }
    }

    private void put(XmlElement element, String place) {
        if (!element.id().isEmpty()) byId.put(element.id(), place);
    }

    private static String columnOf(XmlElement column) {
        return Stream.of(
                        column.attribute("label"),
                        column.attribute("name"),
                        column.first("inputExpression")
                                .flatMap(expression -> expression.first("text"))
                                .map(text -> text.text().strip())
                                .orElse(null))
                .filter(name -> name != null && !name.isBlank())
                .map(String::valueOf)
                .findFirst()
                .orElse(column.id());
    }

    /** Of an element of any kind. */
    @Nullable
    String nameAt(XmlElement element) {
        var place = byId.get(element.id());
        return place == null ? element.label() : place;
    }
}
