package io.tandem.insight.step;

import io.tandem.insight.InsightSettings;
import io.tandem.process.Transactions;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who looked at figures of people's steps, once a day and process, for the agents to read. */
@Component
class StepLooks {

    private final JdbcClient sql;
    private final Transactions transactions;
    private final InsightSettings settings;
    private final Clock clock;

    StepLooks(JdbcClient sql, Transactions transactions, InsightSettings settings, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param shown whether there was anything to see; what was shown once in the day stays so */
    void writeDown(String reader, String process, boolean shown) {
        var now = clock.instant();
        var day = Date.valueOf(now.atZone(settings.timeZone()).toLocalDate());
        transactions.inOne(() -> {
            var known = sql.sql("update step_look set shown = (shown or ?), looked_at = ?"
                            + " where looked_on = ? and looked_by = ? and process = ?")
                    .params(shown, Timestamp.from(now), day, reader, process)
                    .update();
            if (known > 0) return;
            sql.sql("insert into step_look (looked_on, looked_by, process, looked_at, shown) values (?, ?, ?, ?, ?)")
                    .params(day, reader, process, Timestamp.from(now), shown)
                    .update();
        });
    }
}
