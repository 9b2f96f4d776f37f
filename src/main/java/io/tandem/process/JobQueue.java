package io.tandem.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the engine comes along with its jobs, for operators. */
@Component
class JobQueue {

    /**
     * @param running whether this node does any
     * @param due those that could be done now
     * @param behind how long the one waits that has waited longest
     * @param failed those that are not tried again: an incident tells of each
     */
    record State(boolean running, long due, Duration behind, long failed) {}

    /**
     * Jobs are timers, too: one pass over what is to come counts what is due. The engine's own cleaning is due all night; that
     * it fails is to be known.
     */
    private static final String JOBS = """
            select coalesce(sum(case when retries_ > 0 and handler_type_ <> 'history-cleanup'
                                      and (duedate_ is null or duedate_ <= :now) then 1 else 0 end), 0) as due,
                   min(case when retries_ > 0 and handler_type_ <> 'history-cleanup'
                             and (duedate_ is null or duedate_ <= :now)
                            then coalesce(duedate_, create_time_) end) as since,
                   coalesce(sum(case when retries_ = 0 then 1 else 0 end), 0) as failed
            from act_ru_job where suspension_state_ = 1
            """;

    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient sql;
    private final Clock clock;

    JobQueue(ProcessEngineConfigurationImpl engine, JdbcClient sql, Clock clock) {
        this.engine = engine;
        this.sql = sql;
        this.clock = clock;
    }

    State now() {
        var now = clock.instant();
        return sql.sql(JOBS)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new State(
                        engine.getJobExecutor().isActive(),
                        row.getLong("due"),
                        behind(row.getTimestamp("since"), now),
                        row.getLong("failed")))
                .single();
    }

    private static Duration behind(@Nullable Timestamp since, Instant now) {
        return Optional.ofNullable(since)
                .map(Timestamp::toInstant)
                .filter(moment -> moment.isBefore(now))
                .map(moment -> Duration.between(moment, now))
                .orElse(Duration.ZERO);
    }
}
