package io.tandem.insight;

import io.tandem.ticket.PastFigures;
import io.tandem.ticket.PastFigures.Sum;
import io.tandem.ticket.Ticket.Resolution;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the bot did in a month: counted apart, since what it does is no agent's work. */
@Component
class BotFigures {

    /**
     * @param answers given with a source
     * @param confirmed tickets of which the customer said that the answer helped
     * @param unconfirmed tickets that ended in silence: no success, and no failure
     * @param ratings of tickets on which no person had written before
     */
    record OfBot(long answers, long confirmed, long unconfirmed, Amount ratings) {}

    private final JdbcClient sql;
    private final PastFigures past;

    BotFigures(JdbcClient sql, PastFigures past) {
        this.sql = sql;
        this.past = past;
    }

    /** Also of tickets that are removed by now. */
    OfBot in(Period month) {
        var before = past.between(month.firstDay(), month.firstDay().plusMonths(1));
        return new OfBot(
                answers(month) + cases(before, BotPast.ANSWERS),
                resolved(month, Resolution.BOT_CONFIRMED) + cases(before, BotPast.CONFIRMED),
                resolved(month, Resolution.UNCONFIRMED) + cases(before, BotPast.UNCONFIRMED),
                ratings(month).plus(ratings(before)));
    }

    private static long cases(Map<String, Sum> before, String figure) {
        return before.getOrDefault(figure, Sum.NONE).cases();
    }

    private static Amount ratings(Map<String, Sum> before) {
        var sum = before.getOrDefault(BotPast.RATINGS, Sum.NONE);
        return new Amount(sum.cases(), sum.total());
    }

    private long answers(Period month) {
        return sql.sql("select count(*) from message where author = 'BOT' and confidence is not null"
                        + " and written_at >= ? and written_at < ?")
                .param(month.from())
                .param(month.to())
                .query(Long.class)
                .single();
    }

    private long resolved(Period month, Resolution how) {
        return sql.sql("select count(*) from ticket t where t.resolution = ? and t.state <> 'OPEN'"
                        + " and t.resolved_at >= ? and t.resolved_at < ?"
                        + " and not exists (select 1 from message m where m.ticket = t.id and m.author = 'AGENT'"
                        + " and m.written_at <= t.resolved_at)")
                .param(how.name())
                .param(month.from())
                .param(month.to())
                .query(Long.class)
                .single();
    }

    private Amount ratings(Period month) {
        return sql.sql("select count(*) as ratings, coalesce(sum(r.score), 0) as points from rating r"
                        + " where r.rated_at >= ? and r.rated_at < ?"
                        + " and not exists (select 1 from message m where m.ticket = r.ticket and m.author = 'AGENT'"
                        + " and m.written_at <= r.rated_at)")
                .param(month.from())
                .param(month.to())
                .query((row, n) -> new Amount(row.getLong("ratings"), row.getDouble("points")))
                .single();
    }
}
