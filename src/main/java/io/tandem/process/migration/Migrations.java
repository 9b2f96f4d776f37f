package io.tandem.process.migration;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.process.migration.Migration.Result;
import io.tandem.process.migration.Migration.State;
import io.tandem.process.migration.OpenTickets.Running;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The roll-outs and how far each has come. They live here and nowhere else: any node can go on where another one stopped. */
@Component
class Migrations {

    private static final int DETAIL = 2000;
    private static final String LIST = "select id, dry_run, deployment, started_at, started_by, state, done_up_to,"
            + " ended_at from process_migration ";

    private final JdbcClient sql;
    private final Clock clock;

    Migrations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if one is running */
    Migration start(boolean dryRun, String deployment, String by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        sql.sql("insert into process_migration (id, dry_run, deployment, started_at, started_by, state, running,"
                        + " done_up_to) values (?, ?, ?, ?, ?, 'RUNNING', true, '')")
                .params(id, dryRun, deployment, Timestamp.from(clock.instant()), by)
                .update();
        return find(id).orElseThrow();
    }

    Optional<Migration> find(UUID id) {
        return sql.sql(LIST + "where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Migration> running() {
        return sql.sql(LIST + "where running").query((row, n) -> read(row)).optional();
    }

    /** The latest first. */
    List<Migration> latest(int most) {
        return sql.sql(LIST + "order by started_at desc, id desc limit " + most)
                .query((row, n) -> read(row))
                .list();
    }

    /** @return false if it does not run any more */
    boolean end(UUID id, State state) {
        return sql.sql("update process_migration set state = ?, running = null, ended_at = ? where id = ? and running")
                        .params(state.name(), Timestamp.from(clock.instant()), id)
                        .update()
                > 0;
    }

    /**
     * @return false if it was not stopped
     * @throws org.springframework.dao.DuplicateKeyException if another one is running
     */
    boolean goOn(UUID id) {
        return sql.sql("update process_migration set state = 'RUNNING', running = true, ended_at = null"
                                + " where id = ? and state = 'STOPPED'")
                        .param(id)
                        .update()
                > 0;
    }

    /**
     * The next ticket is mine, to the end of the transaction.
     *
     * @return false if another node has had it, or the roll-out does not run any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean advance(UUID id, String ticket) {
        return sql.sql("update process_migration set done_up_to = ? where id = ? and running and done_up_to < ?")
                        .params(ticket, id, ticket)
                        .update()
                > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void count(UUID id, Running from, Stay stay, @Nullable Long ticket) {
        var element = stay.element() == null ? "" : stay.element();
        var counted = sql.sql("update process_migration_result set tickets = tickets + 1 where migration = ?"
                        + " and process = ? and version = ? and outcome = ? and element = ?")
                .params(id, from.process(), from.version(), stay.why().name(), element)
                .update();
        if (counted > 0) return;
        sql.sql("insert into process_migration_result (migration, process, version, outcome, element, label, detail,"
                        + " tickets, example) values (?, ?, ?, ?, ?, ?, ?, 1, ?)")
                .param(id)
                .param(from.process())
                .param(from.version())
                .param(stay.why().name())
                .param(element)
                .param(stay.label())
                .param(shortened(stay.detail()))
                .param(ticket)
                .update();
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL);
    }

    List<Result> results(UUID id) {
        return sql.sql("select process, version, outcome, element, label, detail, tickets, example"
                        + " from process_migration_result where migration = ?"
                        + " order by process, version desc, tickets desc, outcome, element")
                .param(id)
                .query((row, n) -> result(row))
                .list();
    }

    private static Migration read(ResultSet row) throws SQLException {
        return new Migration(
                row.getObject("id", UUID.class),
                row.getBoolean("dry_run"),
                row.getString("deployment"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_by"),
                State.valueOf(row.getString("state")),
                row.getString("done_up_to"),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static Result result(ResultSet row) throws SQLException {
        var element = row.getString("element");
        return new Result(
                row.getString("process"),
                row.getInt("version"),
                Outcome.valueOf(row.getString("outcome")),
                element.isEmpty() ? null : element,
                row.getString("label"),
                row.getString("detail"),
                row.getInt("tickets"),
                row.getObject("example", Long.class));
    }
}
