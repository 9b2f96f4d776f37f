package io.tandem.insight;

import io.tandem.insight.Looks.AtSteps;
import io.tandem.insight.Looks.Look;
import io.tandem.insight.Records.Kept;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that is known of an agent's work, for that agent. */
@Component
class MyWork {

    private static final int MONTHS = 3;

    /**
     * @param open tickets that the agent has now
     * @param months this month until now and those before
     */
    record OfAgent(long open, List<InMonth> months, List<Kept> records, List<Look> looks, List<AtSteps> looksAtSteps) {}

    record InMonth(YearMonth month, Map<Figure, Amount> figures) {}

    private final List<Source> sources;
    private final Records records;
    private final Looks looks;
    private final JdbcClient sql;
    private final InsightSettings settings;
    private final Clock clock;

    MyWork(List<Source> sources, Records records, Looks looks, JdbcClient sql, InsightSettings settings, Clock clock) {
        this.sources = sources;
        this.records = records;
        this.looks = looks;
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    OfAgent of(String agent) {
        var now = YearMonth.from(clock.instant().atZone(settings.timeZone()));
        var months = Stream.iterate(now, month -> month.minusMonths(1))
                .limit(MONTHS)
                .map(month -> new InMonth(month, figures(agent, month)))
                .toList();
        return new OfAgent(open(agent), months, records.about(agent), looks.thatInclude(agent), looks.atSteps());
    }

    private long open(String agent) {
        return sql.sql("select count(*) from ticket where agent = ? and holder = 'AGENT'")
                .param(agent)
                .query(Long.class)
                .single();
    }

    private Map<Figure, Amount> figures(String agent, YearMonth month) {
        var figures = new EnumMap<Figure, Amount>(Figure.class);
        var period = new Period(month, settings.timeZone());
        sources.stream()
                .flatMap(source -> source.sharesIn(period).stream())
                .filter(share -> share.agent().equals(agent))
                .forEach(share -> figures.merge(share.figure(), share.amount(), Amount::plus));
        return figures;
    }
}
