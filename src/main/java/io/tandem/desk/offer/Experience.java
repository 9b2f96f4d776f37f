package io.tandem.desk.offer;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What offers have been worth, topic by topic: how often they were shown, and how often used. By whom nobody knows. */
@Component
class Experience {

    private static final int FORGOTTEN_AFTER_DAYS = 365;

    private final JdbcClient sql;
    private final Clock clock;

    Experience(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What can be offered, whatever it is offered for. */
    record Subject(Kind kind, String item) {}

    enum Kind {
        ARTICLE,
        SIMILAR
    }

    /** For a topic; offers that were never made there are {@link Worth#UNKNOWN} and left out. */
    Map<Subject, Worth> in(String topic, Collection<String> items) {
        var worth = new HashMap<Subject, Worth>();
        if (items.isEmpty()) return worth;
        sql.sql("select kind, item, offered, used from offer_experience where topic = :topic and item in (:items)")
                .param("topic", topic)
                .param("items", items)
                .query(row -> {
                    var subject = new Subject(Kind.valueOf(row.getString("kind")), row.getString("item"));
                    worth.put(subject, new Worth(row.getInt("offered"), row.getInt("used")));
                });
        return worth;
    }

    /** In a transaction. Long experience fades: what was used years ago says little of today. */
    void offered(Subject subject, String topic) {
        var known = sql.sql("update offer_experience set"
                        + " used = case when offered >= :most then used / 2 else used end,"
                        + " offered = case when offered >= :most then offered / 2 else offered end + 1,"
                        + " last_offered = :today where kind = :kind and item = :item and topic = :topic")
                .param("most", Worth.MOST_REMEMBERED)
                .param("today", Date.valueOf(today()))
                .param("kind", subject.kind().name())
                .param("item", subject.item())
                .param("topic", topic)
                .update();
        if (known > 0) return;
        sql.sql(
                        "insert into offer_experience (kind, item, topic, offered, used, last_offered) values (?, ?, ?, 1, 0, ?)")
                .param(subject.kind().name())
                .param(subject.item())
                .param(topic)
                .param(Date.valueOf(today()))
                .update();
    }

    void used(Subject subject, String topic) {
        sql.sql("update offer_experience set used = used + 1 where kind = ? and item = ? and topic = ?")
                .param(subject.kind().name())
                .param(subject.item())
                .param(topic)
                .update();
    }

    void forgetTheOld() {
        sql.sql("delete from offer_experience where last_offered < ?")
                .param(Date.valueOf(
                        LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(FORGOTTEN_AFTER_DAYS)))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
