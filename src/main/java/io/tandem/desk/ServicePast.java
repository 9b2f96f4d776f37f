package io.tandem.desk;

import io.tandem.hours.BusinessHours;
import io.tandem.ticket.PastFigures;
import io.tandem.ticket.PastFigures.Key;
import io.tandem.ticket.PastFigures.Sum;
import io.tandem.ticket.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How promises were kept on tickets that are about to be removed, by day: {@link ServiceLevels} tells it with the rest. */
@Component
class ServicePast {

    private static final String CONFIRMED = "service.bot.confirmed";
    private static final String UNCONFIRMED = "service.bot.unconfirmed";

    private static final String CLOCKS =
            "select kind, outcome, case when outcome = 'MISSED' then due_at else ended_at end"
                    + " as moment from service_clock where ticket in (:tickets) and outcome is not null";

    private static final String BOT = "select resolution, resolved_at as moment from ticket where id in (:tickets)"
            + " and (resolution = 'BOT_CONFIRMED' or resolution = 'UNCONFIRMED' and waiting_since is null)";

    private final JdbcClient sql;
    private final PastFigures past;
    private final BusinessHours hours;

    ServicePast(JdbcClient sql, PastFigures past, BusinessHours hours) {
        this.sql = sql;
        this.past = past;
        this.hours = hours;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Ticket.Forgetting forgetting) {
        var sums = new HashMap<Key, Sum>();
        sql.sql(CLOCKS).param("tickets", forgetting.tickets()).query(row -> {
            var figure = "service." + row.getString("kind") + "." + row.getString("outcome");
            sums.merge(new Key(day(row), figure), Sum.ONE, Sum::plus);
        });
        sql.sql(BOT).param("tickets", forgetting.tickets()).query(row -> {
            var figure = row.getString("resolution").equals("UNCONFIRMED") ? UNCONFIRMED : CONFIRMED;
            sums.merge(new Key(day(row), figure), Sum.ONE, Sum::plus);
        });
        past.add(sums);
    }

    private LocalDate day(ResultSet row) throws SQLException {
        return row.getTimestamp("moment").toInstant().atZone(hours.zone()).toLocalDate();
    }

    /** Of the whole days between the two moments. */
    Map<String, Sum> between(Instant from, Instant to) {
        var start = from.atZone(hours.zone());
        var first = start.toLocalTime().equals(LocalTime.MIN)
                ? start.toLocalDate()
                : start.toLocalDate().plusDays(1);
        var end = to.atZone(hours.zone()).toLocalDate();
        return first.isBefore(end) ? past.between(first, end) : Map.of();
    }

    static ServiceLevels.Kept kept(Map<String, Sum> sums, ServiceClock.Kind kind) {
        return new ServiceLevels.Kept(
                cases(sums, kind, "MET"), cases(sums, kind, "MISSED"), cases(sums, kind, "DROPPED"));
    }

    private static long cases(Map<String, Sum> sums, ServiceClock.Kind kind, String outcome) {
        return sums.getOrDefault("service." + kind.name() + "." + outcome, Sum.NONE)
                .cases();
    }

    static ServiceLevels.ByBot byBot(Map<String, Sum> sums) {
        return new ServiceLevels.ByBot(
                sums.getOrDefault(CONFIRMED, Sum.NONE).cases(),
                sums.getOrDefault(UNCONFIRMED, Sum.NONE).cases());
    }
}
