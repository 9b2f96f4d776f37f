package io.tandem.ticket;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What tickets that are forgotten have counted for, by day: sums, of nobody. Whoever counts tickets adds what is kept here,
 * and adds to it when tickets go ({@link Ticket.Forgetting}).
 */
@Component
public class PastFigures {

    /** @param total of all cases, where they are more than counted */
    public record Sum(long cases, double total) {

        public static final Sum NONE = new Sum(0, 0);
        /** One that is only counted. */
        public static final Sum ONE = new Sum(1, 1);

        public Sum plus(Sum other) {
            return new Sum(cases + other.cases, total + other.total);
        }
    }

    /** @param figure a name of its own among all that is counted */
    public record Key(LocalDate day, String figure) {}

    private final JdbcClient sql;

    public PastFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Map<Key, Sum> sums) {
        sums.forEach(this::add);
    }

    private void add(Key key, Sum sum) {
        var known = sql.sql("update past_figure set cases = cases + ?, total = total + ?"
                        + " where happened_on = ? and figure = ?")
                .params(sum.cases(), sum.total(), Date.valueOf(key.day()), key.figure())
                .update();
        if (known > 0) return;
        sql.sql("insert into past_figure (cases, total, happened_on, figure) values (?, ?, ?, ?)")
                .params(sum.cases(), sum.total(), Date.valueOf(key.day()), key.figure())
                .update();
    }

    /** The sums of these days, by figure; what was never counted is not among them. @param to no longer included */
    public Map<String, Sum> between(LocalDate from, LocalDate to) {
        var sums = new HashMap<String, Sum>();
        sql.sql("select figure, sum(cases) as cases, sum(total) as total from past_figure"
                        + " where happened_on >= ? and happened_on < ? group by figure")
                .params(Date.valueOf(from), Date.valueOf(to))
                .query(row -> {
                    sums.put(row.getString("figure"), new Sum(row.getLong("cases"), row.getDouble("total")));
                });
        return sums;
    }
}
