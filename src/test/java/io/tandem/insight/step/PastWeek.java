package io.tandem.insight.step;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets of a week long ago, as the engine and the desk have written them down. */
final class PastWeek {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final String HELP = "userTask_help";
    static final String NEXT = "gateway_nextStep";
    static final String SEND = "serviceTask_sendReply";
    static final String AGAIN = "gateway_toAgent";

    private final JdbcClient sql;
    private final LocalDate monday;
    private int minute;
    private int order;

    PastWeek(JdbcClient sql, LocalDate monday) {
        this.sql = sql;
        this.monday = monday;
    }

    /** The agent has so many tickets, each for so long, and replies. */
    void helps(String agent, int tickets, Duration each) {
        for (int i = 0; i < tickets; i++) helped(agent, each, SEND);
    }

    void passesOn(String agent, int tickets, Duration each) {
        for (int i = 0; i < tickets; i++) helped(agent, each, AGAIN);
    }

    private void helped(String agent, Duration each, String next) {
        var from = monday.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant().plusSeconds(60L * minute++);
        var until = from.plus(each);
        var ticket = ticket(from);
        writes(ticket, agent, until);
        var process = "past-" + UUID.randomUUID();
        started(process, ticket, from);
        passed(process, HELP, from, until);
        passed(process, NEXT, until, until);
        passed(process, next, until, until);
    }

    private UUID ticket(Instant at) {
        var customer = UuidCreator.getTimeOrderedEpoch();
        sql.sql("insert into customer (id, created_at) values (?, ?)")
                .params(customer, Timestamp.from(at))
                .update();
        var ticket = UuidCreator.getTimeOrderedEpoch();
        sql.sql(
                        "insert into ticket (id, number, customer, channel, language, state, holder, priority, resolution,"
                                + " resolutions, messages, opened_at, version)"
                                + " values (?, nextval('ticket_number'), ?, 'web', 'en', 'CLOSED', 'NOBODY', 0, 'AGENT', 1, 1, ?, 1)")
                .params(ticket, customer, Timestamp.from(at))
                .update();
        return ticket;
    }

    private void writes(UUID ticket, String agent, Instant at) {
        sql.sql("insert into message (id, ticket, position, author, name, agent, text, internal, channel, provider_id,"
                        + " written_at) values (?, ?, 1, 'AGENT', ?, ?, 'Here you are', false, 'web', ?, ?)")
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        ticket,
                        agent,
                        agent,
                        "desk/%s/%s/%s".formatted(ticket, agent, UUID.randomUUID()),
                        Timestamp.from(at))
                .update();
    }

    private void started(String process, UUID ticket, Instant at) {
        sql.sql(
                        "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,"
                                + " end_time_, start_act_id_, root_proc_inst_id_, state_)"
                                + " values (?, ?, ?, 'human-escalation', ?, ?, ?, 'startEvent_personNeeded', ?, 'COMPLETED')")
                .params(process, process, ticket.toString(), version(), Timestamp.from(at), Timestamp.from(at), process)
                .update();
    }

    private void passed(String process, String step, Instant from, Instant until) {
        sql.sql("insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,"
                        + " execution_id_, act_id_, act_type_, start_time_, end_time_, duration_, act_inst_state_,"
                        + " sequence_counter_) values (?, 'human-escalation', ?, ?, ?, ?, ?, 'any', ?, ?, ?, 0, ?)")
                .params(
                        step + ":" + UUID.randomUUID().toString().substring(0, 30),
                        version(),
                        process,
                        process,
                        process,
                        step,
                        Timestamp.from(from),
                        Timestamp.from(until),
                        Duration.between(from, until).toMillis(),
                        order++)
                .update();
    }

    private String version() {
        return sql.sql("select id_ from act_re_procdef where key_ = 'human-escalation' order by version_ desc limit 1")
                .query(String.class)
                .single();
    }
}
