package io.tandem.load;

import com.github.f4b6a3.uuid.UuidCreator;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what Tandem has written for a ticket, row by row and commit by commit, with ids of its own: no engine, no bot, no
 * question to the database. What is left is what the database needs.
 */
final class PlainJdbc implements Contender {

    /** Ids of models and deployments: all tickets share them. */
    private static final List<String> SHARED = List.of(
            "select id_ from act_re_procdef",
            "select id_ from act_re_decision_def",
            "select id_ from act_re_deployment",
            "select id_ from act_ge_bytearray");

    private final HikariDataSource database;
    private final List<Recorded> kinds;
    private final AtomicLong numbers = new AtomicLong(1_000_000_000);

    /** What was written for one ticket, and the ids in it that are its own. */
    record Recorded(List<List<Tape.Done>> transactions, List<UUID> own, long number) {

        static Recorded of(Tape tape, JdbcClient sql, UUID ticket, long number) {
            var shared = SHARED.stream()
                    .flatMap(query -> sql.sql(query).query(String.class).list().stream())
                    .flatMap(text -> Template.ID.matcher(text).results().map(found -> found.group()))
                    .collect(Collectors.toSet());
            var transactions = tape.writes(
                    text -> Template.ID.matcher(text).results().anyMatch(found -> !shared.contains(found.group())));
            var own = transactions.stream()
                    .flatMap(List::stream)
                    .flatMap(Tape::values)
                    .flatMap(value ->
                            Template.ID.matcher(value.toString()).results().map(found -> found.group()))
                    .filter(id -> !shared.contains(id))
                    .distinct()
                    .map(UUID::fromString)
                    .toList();
            if (!own.contains(ticket)) throw new IllegalStateException("The tape is not of ticket " + ticket);
            return new Recorded(transactions, own, number);
        }
    }

    /** @param kinds a ticket of each of three: two that the bot solves, one that a person does */
    PlainJdbc(HikariDataSource database, List<Recorded> kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "plain JDBC";
    }

    @Override
    public void live(int number) throws Exception {
        var recorded = kinds.get(number % kinds.size());
        Map<UUID, UUID> ids = new HashMap<>();
        recorded.own().forEach(id -> ids.put(id, UuidCreator.getTimeOrderedEpoch()));
        var own = numbers.incrementAndGet();
        UnaryOperator<@Nullable Object> renamed =
                value -> value instanceof Long some && some == recorded.number() ? own : Copies.renamed(value, ids);
        for (var transaction : recorded.transactions()) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                for (var done : transaction) write(connection, done, renamed);
                connection.commit();
            }
        }
    }

    private void write(Connection connection, Tape.Done done, UnaryOperator<@Nullable Object> renamed)
            throws SQLException, ReflectiveOperationException {
        try (var statement = connection.prepareStatement(done.sql())) {
            for (var row : done.rows()) {
                for (var value : row) value.set(statement, renamed);
                // The one number besides the ticket's that is there once only.
                if (done.sql().startsWith("update news set position")) statement.setLong(1, numbers.incrementAndGet());
                if (done.rows().size() > 1) statement.addBatch();
            }
            if (done.rows().size() > 1) {
                statement.executeBatch();
            } else {
                statement.executeUpdate();
            }
        }
    }

    @Override
    public void rest() {
        // Nothing runs but what it is asked to.
    }

    @Override
    public void goOn() {
        // See above.
    }

    @Override
    public void close() {
        database.close();
    }
}
