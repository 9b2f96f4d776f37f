package io.tandem.insight;

import io.tandem.node.Clockwork;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Draws up the figures of groups, once for each month. They never change afterwards, whoever joins a group or whatever is
 * rated late: the difference between two looks would be one person's figure.
 */
@Component
class DrawUp {

    private static final int MONTHS_BACK = 12;

    private final List<Source> sources;
    private final Staff staff;
    private final JdbcClient sql;
    private final Transactions transactions;
    private final InsightSettings settings;
    private final Clock clock;

    DrawUp(
            List<Source> sources,
            Staff staff,
            JdbcClient sql,
            Transactions transactions,
            InsightSettings settings,
            Clock clock) {
        this.sources = sources;
        this.staff = staff;
        this.sql = sql;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Also what was due while the program stood still; and before tickets go of which it is counted. */
    @EventListener(Ticket.ForgettingBegins.class)
    @Scheduled(scheduler = Clockwork.LONG_WORK, initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void drawUpWhatIsDue() {
        var today = clock.instant().atZone(settings.timeZone()).toLocalDate();
        var latest = YearMonth.from(today).minusMonths(today.getDayOfMonth() >= settings.drawnUpOn() ? 1 : 2);
        for (int back = MONTHS_BACK - 1; back >= 0; back--) drawUp(latest.minusMonths(back));
    }

    void drawUp(YearMonth month) {
        if (isDrawnUp(month)) return;
        var shares = sharesIn(month);
        if (shares.isEmpty()) return;
        var drawn = new Month(shares, members());
        transactions.inOne(() -> {
            // Of two nodes that draw up at once, the key stops one, and this its second attempt.
            if (isDrawnUp(month)) return;
            sql.sql("insert into month_drawn_up (in_month, drawn_at) values (?, ?)")
                    .param(month.toString())
                    .param(Timestamp.from(clock.instant()))
                    .update();
            drawn.sums().forEach(sum -> keep(month, sum));
            drawn.counted().forEach((team, agents) -> agents.forEach(agent -> keep(month, team, agent)));
        });
    }

    private boolean isDrawnUp(YearMonth month) {
        return sql.sql("select count(*) from month_drawn_up where in_month = ?")
                        .param(month.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Share> sharesIn(YearMonth month) {
        var period = new Period(month, settings.timeZone());
        return sources.stream()
                .flatMap(source -> source.sharesIn(period).stream())
                .toList();
    }

    private Map<String, List<String>> members() {
        var members = new TreeMap<String, List<String>>();
        for (var person : staff.people()) {
            staff.groupsOf(person.user())
                    .forEach(group -> members.computeIfAbsent(group, none -> new ArrayList<>())
                            .add(person.user()));
        }
        members.keySet().removeIf(group -> !staff.isGroup(group));
        return members;
    }

    private void keep(YearMonth month, Month.Sum sum) {
        sql.sql("insert into group_figure (in_month, team, figure, cases, total) values (?, ?, ?, ?, ?)")
                .param(month.toString())
                .param(sum.team())
                .param(sum.figure().name())
                .param(sum.amount().cases())
                .param(sum.amount().total())
                .update();
    }

    private void keep(YearMonth month, String team, String agent) {
        sql.sql("insert into counted_agent (in_month, team, agent) values (?, ?, ?)")
                .param(month.toString())
                .param(team)
                .param(agent)
                .update();
    }
}
