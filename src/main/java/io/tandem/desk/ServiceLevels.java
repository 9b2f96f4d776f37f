package io.tandem.desk;

import io.tandem.desk.ServiceClock.Kind;
import io.tandem.ticket.PastFigures.Sum;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How well what was promised to customers was kept. Nobody's name is in it, and the bot is counted apart. */
@Component
public class ServiceLevels {

    private static final String CLOCKS = """
            select kind,
                   sum(case when outcome = 'MET' and ended_at >= :from and ended_at < :to then 1 else 0 end) as met,
                   sum(case when (outcome = 'MISSED' or outcome is null and paused_at is null and due_at <= :now)
                                 and due_at >= :from and due_at < :to then 1 else 0 end) as missed,
                   sum(case when outcome = 'DROPPED' and ended_at >= :from and ended_at < :to then 1 else 0 end) as dropped
            from service_clock
            where ended_at >= :from and ended_at < :to or due_at >= :from and due_at < :to
            group by kind
            """;

    private static final String BOT = """
            select coalesce(sum(case when resolution = 'BOT_CONFIRMED' then 1 else 0 end), 0) as confirmed,
                   coalesce(sum(case when resolution = 'UNCONFIRMED' and waiting_since is null then 1 else 0 end), 0)
                       as unconfirmed
            from ticket
            where resolved_at >= :from and resolved_at < :to and state <> 'OPEN'
            """;

    private final JdbcClient sql;
    private final ServicePast past;
    private final Clock clock;

    ServiceLevels(JdbcClient sql, ServicePast past, Clock clock) {
        this.sql = sql;
        this.past = past;
        this.clock = clock;
    }

    /**
     * @param firstResponses of people, to customers who needed one; what a bot says is none
     * @param nextResponses of people, to customers who wrote again
     * @param resolutions of tickets that people had
     */
    public record Figures(Kept firstResponses, Kept nextResponses, Kept resolutions, ByBot bot) {}

    /**
     * @param met in time, by when it happened
     * @param missed by when it was due, whether or not it has happened since
     * @param dropped resolved in time without a word to the customer: neither met nor missed
     */
    public record Kept(long met, long missed, long dropped) {
        static final Kept NONE = new Kept(0, 0, 0);

        Kept plus(Kept other) {
            return new Kept(met + other.met, missed + other.missed, dropped + other.dropped);
        }
    }

    /**
     * Tickets that no person had.
     *
     * @param confirmed the customer said that the bot helped
     * @param unconfirmed the customer was silent, which is no success
     */
    public record ByBot(long confirmed, long unconfirmed) {

        ByBot plus(ByBot other) {
            return new ByBot(confirmed + other.confirmed, unconfirmed + other.unconfirmed);
        }
    }

    /**
     * Of tickets that are removed by now, whole days are known.
     *
     * @param to the first moment that counts no more
     */
    public Figures figures(Instant from, Instant to) {
        Map<Kind, Kept> kept = new EnumMap<>(Kind.class);
        sql.sql(CLOCKS)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    kept.put(
                            Kind.valueOf(row.getString("kind")),
                            new Kept(row.getLong("met"), row.getLong("missed"), row.getLong("dropped")));
                });
        var before = past.between(from, to);
        return new Figures(
                kept(kept, before, Kind.FIRST_RESPONSE),
                kept(kept, before, Kind.NEXT_RESPONSE),
                kept(kept, before, Kind.RESOLUTION),
                byBot(from, to).plus(ServicePast.byBot(before)));
    }

    private static Kept kept(Map<Kind, Kept> now, Map<String, Sum> before, Kind kind) {
        return now.getOrDefault(kind, Kept.NONE).plus(ServicePast.kept(before, kind));
    }

    private ByBot byBot(Instant from, Instant to) {
        return sql.sql(BOT)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> new ByBot(row.getLong("confirmed"), row.getLong("unconfirmed")))
                .single();
    }
}
