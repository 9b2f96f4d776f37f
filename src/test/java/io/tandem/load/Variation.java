package io.tandem.load;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a ticket another one than the one that it is a copy of.
 *
 * @param of the row of the ticket that is copied
 * @param earlier by how much all of it has happened earlier
 * @param due by when it is due; none if it is as long ago as everything else
 * @param agent who has it in anna's stead
 * @param words what the customer said, message by message
 */
record Variation(
        Map<String, Object> of,
        long number,
        Duration earlier,
        @Nullable Instant due,
        @Nullable Integer priority,
        String topic,
        String agent,
        String customer,
        Iterator<String> words) {

    private static final Set<String> PRIORITIES = Set.of("ticket.priority", "act_ru_task.priority_");

    Map<String, Object> of(String table, Map<String, Object> row) {
        var copy = new LinkedHashMap<String, Object>();
        var own = own(table, row);
        row.forEach((column, value) -> {
            var name = column.toLowerCase(Locale.ROOT);
            copy.put(column, own.getOrDefault(name, value == null ? null : value(table, name, value)));
        });
        return copy;
    }

    /** Words and names; what is unique in its table. */
    private Map<String, Object> own(String table, Map<String, Object> row) {
        var own = new HashMap<String, Object>();
        if (table.equals("ticket")) {
            own.put("number", number);
            own.put("topic", topic);
        } else if (table.equals("customer")) {
            own.put("name", customer);
        } else if (table.equals("message")) {
            own.put("provider_id", provider(row.get("provider_id")));
            if ("CUSTOMER".equals(row.get("author"))) own.put("text", words.next());
            if ("AGENT".equals(row.get("author"))) own.put("text", row.get("text") + " (" + number % 997 + ")");
        }
        return own;
    }

    private @Nullable Object provider(@Nullable Object id) {
        return id == null || id.toString().startsWith("desk/") ? id : UUID.randomUUID() + "/" + number;
    }

    private Object value(String table, String column, Object value) {
        if (priority != null && PRIORITIES.contains(table + "." + column)) return priority;
        if (isTime(value)) return moved(column, value);
        if ("anna".equals(value)) return agent;
        if (value instanceof String text && text.startsWith("desk/")) return text.replace("/anna/", "/" + agent + "/");
        return value instanceof String text && text.startsWith("#") ? renumbered(text) : value;
    }

    private String renumbered(String name) {
        return name.replace("#" + of.get("number") + " ", "#" + number + " ");
    }

    private static boolean isTime(Object value) {
        return value instanceof Timestamp || value instanceof OffsetDateTime;
    }

    /** What would ring while it is measured rings later. */
    private Object moved(String column, Object value) {
        var moment = value instanceof Timestamp time ? time.toInstant() : ((OffsetDateTime) value).toInstant();
        var isDue = due != null && (column.contains("due") || column.equals("warn_at"));
        if (!isDue) return Timestamp.from(moment.minus(earlier));
        return Timestamp.from(column.equals("duedate_") ? ringing() : due);
    }

    private Instant ringing() {
        var later = Instant.now().plus(Duration.ofDays(1));
        return Objects.requireNonNull(due).isAfter(later) ? due : later;
    }
}
