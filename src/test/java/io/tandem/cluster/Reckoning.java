package io.tandem.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts after a run whether anything was lost or came twice. */
final class Reckoning {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Open tickets are processes of the diagram of that name, and there are no others of it. */
    private static final String TICKETS_PROCESS =
            "act_ru_execution e where e.parent_id_ is null and e.super_exec_ is null"
                    + " and e.proc_def_id_ like 'ticket:%'";

    private final Cluster cluster;
    private final Ledger ledger;
    private final Receiver receiver;
    private final JdbcClient sql;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();

    Reckoning(Cluster cluster, Ledger ledger, Receiver receiver) {
        this.cluster = cluster;
        this.ledger = ledger;
        this.receiver = receiver;
        sql = cluster.sql();
    }

    Reckoning count() {
        settles();
        everyMessageIsStoredOnce();
        everyTicketIsWithSomebody();
        rowsMatch();
        theBotSaidNothingTwice();
        everythingWasSentOnce();
        incidents();
        waits();
        return this;
    }

    /** Nothing is under way any more; what would be tried again later is tried now. */
    private void settles() {
        var from = System.nanoTime();
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                sql.sql("update act_ru_job set duedate_ = null where type_ <> 'timer' and lock_owner_ is null"
                                + " and retries_ > 0 and duedate_ is not null")
                        .update();
                sql.sql(
                                "update delivery set due_at = current_timestamp where state = 'QUEUED' and due_at > current_timestamp")
                        .update();
                return cluster.count("act_ru_job where type_ = 'message' and retries_ > 0") == 0
                        && cluster.count("delivery where state in ('QUEUED', 'PENDING')") == 0;
            });
        } catch (ConditionTimeoutException never) {
            list(
                    "is still under way after " + PATIENCE,
                    "select 'job ' || handler_cfg_ || ' retries '|| retries_ || ' '"
                            + " || coalesce(exception_msg_, '') || ' ' || coalesce(lock_owner_, '') from act_ru_job where type_ = 'message'"
                            + " and retries_ > 0 union all select 'delivery ' || message || ' ' || state || ' ' || coalesce(reason, '')"
                            + " from delivery where state in ('QUEUED', 'PENDING')");
        }
        figure("%.0f s until nothing was under way any more", (System.nanoTime() - from) / 1e9);
    }

    private void everyMessageIsStoredOnce() {
        var stored = new HashMap<String, Integer>();
        sql.sql("select text from message where author in ('CUSTOMER', 'AGENT')")
                .query(String.class)
                .list()
                .forEach(text -> stored.merge(text.substring(text.lastIndexOf(' ') + 1), 1, Integer::sum));
        ledger.acknowledged().forEach((mark, entry) -> {
            var times = stored.getOrDefault(mark, 0);
            if (times != 1)
                wrong.add("%s %s was acknowledged and is stored %d times".formatted(entry.kind(), mark, times));
        });
        ledger.said().keySet().stream()
                .filter(mark -> stored.getOrDefault(mark, 0) > 1)
                .forEach(mark -> wrong.add(mark + " is stored more than once"));
        figure(
                "%d messages were said, %d acknowledged, %d attempts had no answer or a refusal, the longest after %.1f s",
                ledger.said().size(),
                ledger.acknowledged().size(),
                ledger.refusedSoFar(),
                ledger.longest().toMillis() / 1000.0);
    }

    private void everyTicketIsWithSomebody() {
        list(
                "waits for a person and has no task",
                "select 'ticket ' || number || ' ' || holder from ticket t"
                        + " where holder = 'QUEUE' and not exists (select 1 from act_ru_execution e join act_ru_task k"
                        + " on k.proc_inst_id_ = e.id_ where e.business_key_ = cast(t.id as varchar))");
        list(
                "is open and waits for nothing",
                "select 'ticket ' || number || ' ' || state || ' ' || holder from ticket t where"
                        + " state <> 'CLOSED' and not exists (select 1 from act_ru_execution e where e.root_proc_inst_id_ in"
                        + " (select id_ from act_ru_execution where business_key_ = cast(t.id as varchar)) and (exists"
                        + " (select 1 from act_ru_task k where k.execution_id_ = e.id_) or exists"
                        + " (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_) or exists"
                        + " (select 1 from act_ru_job j where j.execution_id_ = e.id_ and j.retries_ > 0)))");
        list(
                "is numbered wrongly",
                "select 'ticket ' || t.number from ticket t where messages <>"
                        + " (select count(*) from message m where m.ticket = t.id)");
        figure(
                "%d tickets: %s",
                cluster.count("ticket"),
                sql.sql(
                                "select count(*) || ' ' || lower(state) || '/' || lower(holder) from ticket group by state, holder"
                                        + " order by 1 desc")
                        .query(String.class)
                        .list());
    }

    private void rowsMatch() {
        list(
                "is open and has no process",
                "select 'ticket ' || number || ' ' || state from ticket t where state <> 'CLOSED' and"
                        + " not exists (select 1 from " + TICKETS_PROCESS
                        + " and e.business_key_ = cast(t.id as varchar))");
        list(
                "has a process and is no open ticket",
                "select e.business_key_ from " + TICKETS_PROCESS + " and not exists"
                        + " (select 1 from ticket t where cast(t.id as varchar) = e.business_key_ and t.state <> 'CLOSED')");
        list("has two processes", "select e.business_key_ from " + TICKETS_PROCESS + " group by 1 having count(*) > 1");
    }

    private void everythingWasSentOnce() {
        var sent = new SentOnce(sql, receiver.posts()).count();
        wrong.addAll(sent.wrong());
        figure("%s", sent.figure());
        list(
                "never arrives",
                "select 'message ' || message || ' ' || coalesce(reason, '') from delivery where state = 'FAILED'");
        list(
                "was never given to its channel",
                "select 'message ' || m.id || ' ' || m.author from message m where m.author in"
                        + " ('AGENT', 'BOT') and not m.internal and not exists (select 1 from delivery d where d.message = m.id)");
    }

    /** A bot may say the same again to what a customer has said since, but not twice to the same. */
    private void theBotSaidNothingTwice() {
        list(
                "was said twice by the bot",
                "select 'message ' || id from (select id, author, text, lag(author) over line as author_before,"
                        + " lag(text) over line as text_before from message where not internal"
                        + " window line as (partition by ticket order by position)) said"
                        + " where author = 'BOT' and author_before = 'BOT' and text = text_before");
    }

    private void incidents() {
        list(
                "is an incident",
                "select incident_type_ || ' ' || coalesce(incident_msg_, '') || ' ' || coalesce(activity_id_, '')"
                        + " from act_ru_incident");
    }

    /** How long customers have waited for the first word, whatever happened meanwhile. */
    private void waits() {
        var longest = sql.sql(
                        "select extract(epoch from min(a.written_at) - min(c.written_at)) as s, c.ticket, min(c.written_at)"
                                + " as since from message c join message a on a.ticket = c.ticket where c.author = 'CUSTOMER' and"
                                + " a.author <> 'CUSTOMER' group by c.ticket order by s desc")
                .query((row, number) -> "%.1f s (since %s)"
                        .formatted(row.getDouble("s"), row.getTimestamp("since").toInstant()))
                .list();
        figure(
                "the first word to a customer: half within %s; the longest: %s",
                longest.get(longest.size() / 2).replaceAll(" [(].*", ""),
                longest.subList(0, Math.min(5, longest.size())));
    }

    private void list(String what, String query) {
        sql.sql(query).query(String.class).list().forEach(who -> wrong.add(who + " " + what));
    }

    private void figure(String words, Object... values) {
        figures.add(words.formatted(values));
    }

    List<String> wrong() {
        return wrong;
    }

    List<String> figures() {
        return figures;
    }
}
