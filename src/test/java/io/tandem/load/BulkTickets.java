package io.tandem.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a real ticket by the hundred thousand, made within PostgreSQL: all rows of it with ids, number, words and times
 * of their own. Later copies have later ids, as tickets that come one after the other have.
 */
final class BulkTickets {

    private static final int AT_ONCE = 20_000;
    private static final long FIRST_ID = 1L << 40;
    private static final String NUMBER_OF_COPY = "n";

    private final DataSource database;
    private final Map<String, List<String>> words;

    /** @param words what customers say, by language */
    BulkTickets(DataSource database, Map<String, List<String>> words) {
        this.database = database;
        this.words = words;
    }

    /**
     * @param from the number of the first copy: each is used once in a database
     * @param days over how many days in the past they are spread
     * @param withHistory how many of them, the latest, still have the engine's history
     */
    void make(Template template, long from, int many, int days, int withHistory) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // What is copied fits together already.
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute(
                    "create or replace function bench_id(id text, n bigint) returns uuid language sql immutable as"
                            + " 'select (lpad(to_hex(n + " + FIRST_ID
                            + "), 12, ''0'') || substr(md5(id || n), 13))::uuid'");
            for (long start = from; start < from + many; start += AT_ONCE) {
                var end = Math.min(start + AT_ONCE, from + many) - 1;
                copy(connection, template, start, end, from + many - withHistory, ago(days, from, many));
            }
        }
    }

    /** The first copies are the oldest. */
    private static String ago(int days, long from, int many) {
        return "interval '1 second' * floor(%d::numeric * (%d - n) / %d)".formatted(days * 86_400L, from + many, many);
    }

    private void copy(Connection connection, Template template, long start, long end, long historyFrom, String ago)
            throws SQLException {
        var own = template.ownIds();
        try (var statement = connection.createStatement()) {
            for (var table : template.rows().entrySet()) {
                var first = table.getKey().startsWith("act_hi_") ? Math.max(start, historyFrom) : start;
                if (first > end) continue;
                for (var row : table.getValue()) {
                    statement.execute(insert(table.getKey(), row, own, ago)
                            + " from generate_series(%d::bigint, %d::bigint) n".formatted(first, end));
                }
            }
        }
    }

    private String insert(String table, Map<String, Object> row, Set<UUID> own, String ago) {
        var set = row.entrySet().stream()
                .filter(column -> column.getValue() != null)
                .toList();
        return "insert into %s (%s) select %s"
                .formatted(
                        table,
                        set.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")),
                        set.stream()
                                .map(column -> value(table, row, column.getKey(), column.getValue(), own, ago))
                                .collect(Collectors.joining(", ")));
    }

    private String value(
            String table, Map<String, Object> row, String column, Object value, Set<UUID> own, String ago) {
        var place = table + "." + column.toLowerCase(Locale.ROOT);
        if (place.equals("ticket.number")) return FIRST_ID + " + " + NUMBER_OF_COPY;
        if (place.equals("message.text") && "CUSTOMER".equals(row.get("author"))) return said(value.toString());
        if (value instanceof Timestamp || value instanceof OffsetDateTime) {
            // Nothing rings while it is measured.
            return place.equals("act_ru_job.duedate_")
                    ? "now() + interval '30 days'"
                    : "timestamptz '%s' - %s".formatted(value, ago);
        }
        if (value instanceof UUID id) return own.contains(id) ? idOfCopy(id.toString()) : quoted(value) + "::uuid";
        return value instanceof String text ? text(text, own) : value.toString();
    }

    /** A matter of the shop, in the language of the words that stand in its place. */
    private String said(String original) {
        var language = original.matches(".*\\b(ich|Bitte|bitte|meine)\\b.*") ? "de" : "en";
        var all = words.getOrDefault(language, List.of(original));
        var array = all.stream().map(BulkTickets::quoted).collect(Collectors.joining(", "));
        return "(array[%s])[1 + mod(n, %d)] || ' (' || n || ')'".formatted(array, all.size());
    }

    private static String text(String text, Set<UUID> own) {
        var parts = new StringBuilder();
        var found = Template.ID.matcher(text);
        int end = 0;
        while (found.find()) {
            if (!own.contains(UUID.fromString(found.group()))) continue;
            parts.append(quoted(text.substring(end, found.start())))
                    .append(" || ")
                    .append(idOfCopy(found.group()))
                    .append("::text || ");
            end = found.end();
        }
        return parts + quoted(text.substring(end));
    }

    private static String idOfCopy(String id) {
        return "bench_id('" + id + "', n)";
    }

    private static String quoted(@Nullable Object value) {
        return "'" + String.valueOf(value).replace("'", "''") + "'";
    }
}
