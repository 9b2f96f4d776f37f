package io.tandem.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of one ticket that has really come to be: in our tables, in the engine's, and in the engine's history. */
final class Template {

    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String PROCESSES =
            "(select proc_inst_id_ from act_hi_procinst where business_key_ = cast(:ticket as varchar(36)))";
    private static final String TASKS = "(select id_ from act_hi_taskinst where proc_inst_id_ in " + PROCESSES + ")";

    /** Where a table has the ticket's rows, in an order in which they can be inserted. */
    private static final Map<String, String> WHERE = where();

    private static final Set<String> NAMES_OF_ROWS = Set.of("id", "id_", "act_inst_id_");
    private static final List<String> PARENTS = List.of("proc_inst_id_", "parent_id_", "super_exec_");

    private final JdbcClient sql;
    private final UUID ticket;
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

    private Template(JdbcClient sql, UUID ticket) {
        this.sql = sql;
        this.ticket = ticket;
    }

    private static Map<String, String> where() {
        var where = new LinkedHashMap<String, String>();
        where.put("customer", "id = (select customer from ticket where id = :ticket)");
        where.put("ticket", "id = :ticket");
        where.put("message", "ticket = :ticket");
        where.put("answer", "ticket = :ticket");
        where.put("colleague_request", "note in (select id from message where ticket = :ticket)");
        where.put("delivery", "message in (select id from message where ticket = :ticket)");
        where.put("brief", "ticket = :ticket");
        where.put("service_clock", "ticket = :ticket");
        where.put("rating", "ticket = :ticket");
        where.put("act_ru_execution", "proc_inst_id_ in " + PROCESSES);
        where.put("act_ru_task", "proc_inst_id_ in " + PROCESSES);
        where.put("act_ru_variable", "proc_inst_id_ in " + PROCESSES);
        where.put("act_ru_identitylink", "task_id_ in " + TASKS);
        where.put("act_ru_job", "process_instance_id_ in " + PROCESSES);
        where.put("act_ru_event_subscr", "proc_inst_id_ in " + PROCESSES);
        where.put("act_ru_authorization", "resource_type_ = 7 and resource_id_ in " + TASKS);
        where.put("act_hi_procinst", "proc_inst_id_ in " + PROCESSES);
        where.put("act_hi_taskinst", "proc_inst_id_ in " + PROCESSES);
        where.put("act_hi_actinst", "proc_inst_id_ in " + PROCESSES);
        where.put("act_hi_identitylink", "task_id_ in " + TASKS);
        return where;
    }

    static Template of(JdbcClient sql, UUID ticket) {
        var template = new Template(sql, ticket);
        WHERE.forEach((table, where) -> template.rows.put(table, template.read(table, where)));
        template.rows.put("act_ru_execution", parentsFirst(template.rows.get("act_ru_execution")));
        return template;
    }

    private List<Map<String, Object>> read(String table, String where) {
        return sql.sql("select * from " + table + " where " + where)
                .param("ticket", ticket)
                .query()
                .listOfRows();
    }

    private static List<Map<String, Object>> parentsFirst(List<Map<String, Object>> executions) {
        var left = new ArrayList<>(executions);
        var sorted = new LinkedHashSet<Map<String, Object>>();
        var known = new HashSet<Object>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(row -> PARENTS.stream()
                            .map(row::get)
                            .allMatch(id -> id == null || id.equals(row.get("id_")) || known.contains(id)))
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            sorted.add(next);
            known.add(next.get("id_"));
        }
        return List.copyOf(sorted);
    }

    Map<String, List<Map<String, Object>>> rows() {
        return rows;
    }

    Map<String, Integer> counts() {
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, table -> table.getValue().size(), Integer::sum, LinkedHashMap::new));
    }

    Map<String, Object> ticketRow() {
        return rows.get("ticket").get(0);
    }

    /** The ids that are this ticket's own, and not a model's or a group's. */
    Set<UUID> ownIds() {
        var own = new HashSet<UUID>();
        rows.values().stream()
                .flatMap(List::stream)
                .forEach(row -> row.forEach((column, value) -> {
                    if (value == null || !NAMES_OF_ROWS.contains(column.toLowerCase(Locale.ROOT))) return;
                    var ids = ID.matcher(value.toString());
                    while (ids.find()) own.add(UUID.fromString(ids.group()));
                }));
        return own;
    }
}
