package io.tandem.insight;

import io.tandem.insight.BotFigures.OfBot;
import io.tandem.process.Staff;
import io.tandem.process.Staff.Group;
import io.tandem.process.Transactions;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What leads and owners may see. There is no way in that leaves no look behind. */
@Component
class GroupFigures {

    /** @param figures those that may be shown; a group that is too small has none */
    record OfGroup(Group group, Map<Figure, Amount> figures) {}

    /** All groups by name: no order by any figure, so that there is no ranking. */
    record OfMonth(YearMonth month, List<OfGroup> groups, OfBot bot) {}

    private final JdbcClient sql;
    private final Staff staff;
    private final BotFigures bot;
    private final Looks looks;
    private final Transactions transactions;
    private final InsightSettings settings;

    GroupFigures(
            JdbcClient sql,
            Staff staff,
            BotFigures bot,
            Looks looks,
            Transactions transactions,
            InsightSettings settings) {
        this.sql = sql;
        this.staff = staff;
        this.bot = bot;
        this.looks = looks;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The months that are drawn up, the latest first. */
    List<YearMonth> months() {
        return sql.sql("select in_month from month_drawn_up order by in_month desc").query(String.class).list().stream()
                .map(YearMonth::parse)
                .toList();
    }

    /** Shows a month to somebody; nothing is shown that is not written down. Empty if the month is not drawn up. */
    Optional<OfMonth> look(YearMonth month, String reader) {
        if (!months().contains(month)) return Optional.empty();
        return Optional.of(transactions.inOne(() -> {
            var known = known(month);
            var groups = staff.groups().stream()
                    .map(group -> new OfGroup(group, known.getOrDefault(group.id(), Map.of())))
                    .toList();
            groups.forEach(seen -> looks.writeDown(
                    reader, month, seen.group().id(), !seen.figures().isEmpty()));
            return new OfMonth(month, groups, bot.in(new Period(month, settings.timeZone())));
        }));
    }

    private Map<String, Map<Figure, Amount>> known(YearMonth month) {
        var known = new HashMap<String, Map<Figure, Amount>>();
        sql.sql("select team, figure, cases, total from group_figure where in_month = ?")
                .param(month.toString())
                .query(row -> {
                    known.computeIfAbsent(row.getString("team"), team -> new EnumMap<>(Figure.class))
                            .put(
                                    Figure.valueOf(row.getString("figure")),
                                    new Amount(row.getLong("cases"), row.getDouble("total")));
                });
        return known;
    }
}
