package io.tandem.insight;

import io.tandem.ticket.PastFigures;
import io.tandem.ticket.PastFigures.Key;
import io.tandem.ticket.PastFigures.Sum;
import io.tandem.ticket.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the bot did on tickets that are about to be removed: told by {@link BotFigures} as long as they are there. */
@Component
class BotPast {

    static final String ANSWERS = "bot.answers";
    static final String CONFIRMED = "bot.confirmed";
    static final String UNCONFIRMED = "bot.unconfirmed";
    static final String RATINGS = "bot.ratings";

    private static final String SAID = "select written_at as moment from message"
            + " where ticket in (:tickets) and author = 'BOT' and confidence is not null";

    private static final String RESOLVED = "select t.resolved_at as moment from ticket t where t.id in (:tickets)"
            + " and t.resolution = '%s' and not exists (select 1 from message m where m.ticket = t.id"
            + " and m.author = 'AGENT' and m.written_at <= t.resolved_at)";

    private static final String RATED =
            "select r.rated_at as moment, r.score from rating r where r.ticket in (:tickets)"
                    + " and not exists (select 1 from message m where m.ticket = r.ticket and m.author = 'AGENT'"
                    + " and m.written_at <= r.rated_at)";

    private final JdbcClient sql;
    private final PastFigures past;
    private final InsightSettings settings;

    BotPast(JdbcClient sql, PastFigures past, InsightSettings settings) {
        this.sql = sql;
        this.past = past;
        this.settings = settings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Ticket.Forgetting forgetting) {
        var sums = new HashMap<Key, Sum>();
        var tickets = forgetting.tickets();
        count(SAID, tickets, ANSWERS, sums);
        count(RESOLVED.formatted("BOT_CONFIRMED"), tickets, CONFIRMED, sums);
        count(RESOLVED.formatted("UNCONFIRMED"), tickets, UNCONFIRMED, sums);
        sql.sql(RATED).param("tickets", tickets).query(row -> {
            sums.merge(new Key(day(row), RATINGS), new Sum(1, row.getInt("score")), Sum::plus);
        });
        past.add(sums);
    }

    private void count(String query, Collection<UUID> tickets, String figure, Map<Key, Sum> sums) {
        sql.sql(query).param("tickets", tickets).query(row -> {
            sums.merge(new Key(day(row), figure), Sum.ONE, Sum::plus);
        });
    }

    private LocalDate day(ResultSet row) throws SQLException {
        return row.getTimestamp("moment")
                .toInstant()
                .atZone(settings.timeZone())
                .toLocalDate();
    }
}
