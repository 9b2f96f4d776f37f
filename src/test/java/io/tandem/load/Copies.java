package io.tandem.load;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Inserts tickets that equal a real one but for their ids and for what makes each ticket another: see {@link Variation}. */
final class Copies {

    private static final int AT_ONCE = 200;

    private final DataSource database;
    private final Set<String> leftOut;

    /** @param leftOut tables that get no copies */
    Copies(DataSource database, Set<String> leftOut) {
        this.database = database;
        this.leftOut = leftOut;
    }

    void make(Template template, List<Variation> variations) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < variations.size(); from += AT_ONCE) {
                insert(connection, template, variations.subList(from, Math.min(from + AT_ONCE, variations.size())));
                connection.commit();
            }
        }
    }

    private void insert(Connection connection, Template template, List<Variation> variations) throws SQLException {
        var own = template.ownIds();
        var ids = variations.stream().map(one -> freshIds(own)).toList();
        for (var table : template.rows().entrySet()) {
            if (table.getValue().isEmpty() || leftOut.contains(table.getKey())) continue;
            var columns = new ArrayList<>(table.getValue().get(0).keySet());
            try (var statement = connection.prepareStatement(insertInto(table.getKey(), columns))) {
                for (int i = 0; i < variations.size(); i++) {
                    for (var row : table.getValue()) {
                        add(statement, columns, variations.get(i).of(table.getKey(), renamed(row, ids.get(i))));
                    }
                }
                statement.executeBatch();
            }
        }
    }

    private static Map<UUID, UUID> freshIds(Set<UUID> own) {
        return own.stream().collect(Collectors.toMap(id -> id, id -> UuidCreator.getTimeOrderedEpoch()));
    }

    private static Map<String, Object> renamed(Map<String, Object> row, Map<UUID, UUID> ids) {
        var copy = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> copy.put(column, renamed(value, ids)));
        return copy;
    }

    static Object renamed(Object value, Map<UUID, UUID> ids) {
        if (value instanceof UUID id) return ids.getOrDefault(id, id);
        if (!(value instanceof String text) || text.length() < 36) return value;
        return Template.ID.matcher(text).replaceAll(found -> {
            var id = UUID.fromString(found.group());
            return ids.getOrDefault(id, id).toString();
        });
    }

    private static String insertInto(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private static void add(PreparedStatement statement, List<String> columns, Map<String, Object> row)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) statement.setObject(i + 1, row.get(columns.get(i)));
        statement.addBatch();
    }
}
