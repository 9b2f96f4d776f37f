package io.tandem.desk.news;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.desk.news.News.Kind;
import io.tandem.process.Transactions;
import io.tandem.ticket.Ticket.Holder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened within a day, one after the other. It is written in the transaction in which it happens and numbered after
 * its commit, by one node at a time: so whoever has read up to a number has read all before it.
 */
@Component
class NewsLog {

    static final int PAGE = 200;
    private static final int NUMBERED_AT_ONCE = 500;

    /** Asked for only where it is needed: the one who helped last, here or else in an earlier ticket of the customer. */
    private static final String HELPER = """
            case when n.but_helper then coalesce(t.helped_by,
              (select e.helped_by from ticket e where e.customer = t.customer and e.helped_by is not null
               order by e.number desc limit 1)) end as helper""";

    private static final String READ = """
            select n.position, n.kind, n.left_queue, n.task, n.team, t.id, t.number, t.holder, t.agent, t.queue,
                   r.asker, r.colleague, %s
            from news n join ticket t on t.id = n.ticket left join colleague_request r on r.id = n.request
            where\s""".formatted(HELPER);

    private final JdbcClient sql;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NewsLog(JdbcClient sql, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Something was written; after the commit it can be numbered. */
    record Written() {}

    void write(Kind kind, UUID ticket) {
        write(new Entry(kind, ticket, null, false, null, null, null));
    }

    /** What is known of it when it happens. */
    record Entry(
            Kind kind,
            UUID ticket,
            @Nullable String leftQueue,
            boolean butHelper,
            @Nullable String task,
            @Nullable UUID request,
            @Nullable String team) {}

    void write(Entry entry) {
        sql.sql("insert into news (id, kind, ticket, left_queue, but_helper, task, request, team, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UuidCreator.getTimeOrderedEpoch())
                .param(entry.kind().name())
                .param(entry.ticket())
                .param(entry.leftQueue())
                .param(entry.butHelper())
                .param(entry.task())
                .param(entry.request())
                .param(entry.team())
                .param(Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new Written());
    }

    /** Numbers what has been committed since. @return whether there was anything */
    boolean number() {
        return transactions.inOne(() -> {
            // Nodes take turns here.
            var last = sql.sql("select last from news_position for update")
                    .query(Integer.class)
                    .single();
            var written = sql.sql("select id from news where position is null order by id limit " + NUMBERED_AT_ONCE)
                    .query(UUID.class)
                    .list();
            for (var id : written) {
                sql.sql("update news set position = ? where id = ?")
                        .param(++last)
                        .param(id)
                        .update();
            }
            sql.sql("update news_position set last = ?").param(last).update();
            return !written.isEmpty();
        });
    }

    int last() {
        return sql.sql("select last from news_position").query(Integer.class).single();
    }

    /** What came after a position, in order, at most {@link #PAGE} at a time. */
    List<News> after(int position) {
        return sql.sql(READ + "n.position > ? order by n.position limit " + PAGE)
                .param(position)
                .query((row, number) -> news(row))
                .list();
    }

    Optional<News> at(int position) {
        return sql.sql(READ + "n.position = ?")
                .param(position)
                .query((row, number) -> news(row))
                .optional();
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                row.getInt("position"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Holder.valueOf(row.getString("holder")),
                row.getString("agent"),
                row.getString("queue"),
                row.getString("left_queue"),
                row.getString("helper"),
                row.getString("task"),
                row.getString("team"),
                row.getString("asker"),
                row.getString("colleague"));
    }

    void forget(Duration olderThan) {
        sql.sql("delete from news where written_at < ?")
                .param(Timestamp.from(clock.instant().minus(olderThan)))
                .update();
    }
}
