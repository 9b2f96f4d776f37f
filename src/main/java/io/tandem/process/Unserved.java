package io.tandem.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tickets whom no step, wait or task serves any more. The database looks for just those, however many others have a
 * step that failed: a list that ended somewhere could hide a customer for ever.
 */
@Component
class Unserved {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** A step that is tried again later than this leaves the customer alone. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final String QUEUED =
            "select t.id from ticket t where t.holder = 'QUEUE' and t.waiting_since < :since";

    /** A process that it calls may have no business key: the root has. */
    private static final String STEP_FAILS = """
            select t.id from ticket t
            join act_ru_execution r on r.business_key_ = cast(t.id as varchar(36)) and r.proc_def_id_ not like :beside
            join act_ru_job j on j.root_proc_inst_id_ = r.id_
            where t.holder in (%s)
            """;

    private static final String ALONE_NOW = STEP_FAILS.formatted("'BOT', 'QUEUE'");

    /**
     * With an agent a ticket rests while its customer is to reply. Whom that wait would hear is served, whichever step
     * fails beside it.
     */
    private static final String FOR_LONG = STEP_FAILS.formatted("'BOT', 'QUEUE', 'AGENT'") + """
             and (j.retries_ = 0 or j.exception_stack_id_ is not null and j.duedate_ > :soon)
             and (t.holder <> 'AGENT' or not exists (
                select 1 from act_ru_event_subscr w
                where w.proc_inst_id_ = j.process_instance_id_ and w.event_name_ = :wrote
                and w.execution_id_ <> j.execution_id_))
            """;

    private static final String NOBODY = """
             and not exists (
                select 1 from act_ru_execution e join act_ru_task k on k.proc_inst_id_ = e.id_
                where e.business_key_ = cast(t.id as varchar(36)) and k.proc_def_id_ not like :beside)
             and not exists (
                select 1 from act_ru_execution e join act_ru_execution p on p.root_proc_inst_id_ = e.id_
                where e.business_key_ = cast(t.id as varchar(36)) and e.proc_def_id_ not like :beside
                and p.suspension_state_ = 2)
             and not exists (
                select 1 from act_ru_execution e join act_ru_job m on m.root_proc_inst_id_ = e.id_
                where e.business_key_ = cast(t.id as varchar(36)) and e.proc_def_id_ not like :beside
                and m.type_ = 'message' and m.retries_ > 0
                and (m.suspension_state_ = 2 or m.duedate_ is null or m.duedate_ <= :soon))
            """;

    private static final String ONLY = " and t.id = :ticket";

    private final JdbcClient sql;
    private final Clock clock;

    Unserved(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<UUID> all() {
        return ask(QUEUED + NOBODY + " union " + FOR_LONG + NOBODY)
                .query(UUID.class)
                .list();
    }

    /** Whether it is one of them, for whoever holds its row. */
    boolean includes(UUID ticket) {
        return isIn(QUEUED + NOBODY + ONLY + " union " + FOR_LONG + NOBODY + ONLY, ticket);
    }

    /** Whether a step of the ticket has failed and has not succeeded since, be it tried again in a moment. */
    boolean stepFails(UUID ticket) {
        return isIn(ALONE_NOW + " and (j.retries_ = 0 or j.exception_stack_id_ is not null)" + ONLY, ticket);
    }

    private boolean isIn(String tickets, UUID ticket) {
        return !ask(tickets).param("ticket", ticket).query(UUID.class).list().isEmpty();
    }

    private JdbcClient.StatementSpec ask(String statement) {
        var now = clock.instant();
        return sql.sql(statement)
                .param("since", Timestamp.from(now.minus(PATIENCE)))
                .param("soon", Timestamp.from(now.plus(SOON)))
                .param("wrote", ProcessMessage.CUSTOMER_WROTE.inModel())
                .param("beside", ColleagueTasks.PROCESS + ":%");
    }
}
