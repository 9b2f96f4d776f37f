package io.tandem.desk.offer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tandem.desk.offer.Experience.Kind;
import io.tandem.desk.offer.Experience.Subject;
import io.tandem.process.Transactions;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts showings and uses. That an offer was shown on a ticket before is known for some hours, in memory only: what is
 * stored must not lead from an offer to a ticket, and by it to a person.
 */
@Component
class ShownOffers {

    private static final int KEPT_DAYS = 7;
    private static final int MOST_KNOWN = 50_000;

    private final JdbcClient sql;
    private final Experience experience;
    private final Transactions transactions;
    private final Clock clock;
    private final Cache<Showing, UUID> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(Duration.ofHours(12))
            .build();

    ShownOffers(JdbcClient sql, Experience experience, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.experience = experience;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Showing(UUID ticket, Subject subject) {}

    /** An id for each, by which its use is told; the same ticket's form, opened again, shows the same. */
    Map<Subject, UUID> show(UUID ticket, String topic, Collection<Subject> subjects) {
        var ids = new HashMap<>(known(ticket, subjects));
        // In one order for everybody: two forms that open at once must not wait for one another.
        var fresh = subjects.stream()
                .filter(subject -> !ids.containsKey(subject))
                .distinct()
                .sorted(Comparator.comparing(Subject::kind).thenComparing(Subject::item))
                .toList();
        if (fresh.isEmpty()) return ids;
        var stored = transactions.inOne(() -> store(topic, fresh));
        stored.forEach((subject, id) -> known.put(new Showing(ticket, subject), id));
        ids.putAll(stored);
        return ids;
    }

    private Map<Subject, UUID> known(UUID ticket, Collection<Subject> subjects) {
        var ids = new HashMap<Subject, UUID>();
        for (var subject : subjects) {
            var id = known.getIfPresent(new Showing(ticket, subject));
            if (id != null) ids.put(subject, id);
        }
        return ids;
    }

    private Map<Subject, UUID> store(String topic, List<Subject> subjects) {
        var ids = new HashMap<Subject, UUID>();
        for (var subject : subjects) {
            var id = UUID.randomUUID();
            experience.offered(subject, topic);
            sql.sql("insert into offer_shown (id, kind, item, topic, used, shown_on) values (?, ?, ?, ?, false, ?)")
                    .param(id)
                    .param(subject.kind().name())
                    .param(subject.item())
                    .param(topic)
                    .param(Date.valueOf(today()))
                    .update();
            ids.put(subject, id);
        }
        return ids;
    }

    /** Counted once, however often it is told. @return whether there is such an offer */
    boolean use(UUID id) {
        return transactions.inOne(() -> {
            var first = sql.sql("update offer_shown set used = true where id = ? and used = false")
                    .param(id)
                    .update();
            var shown = sql.sql("select kind, item, topic from offer_shown where id = ?")
                    .param(id)
                    .query((row, n) -> Map.entry(
                            new Subject(Kind.valueOf(row.getString("kind")), row.getString("item")),
                            row.getString("topic")))
                    .optional();
            if (first > 0) shown.ifPresent(offer -> experience.used(offer.getKey(), offer.getValue()));
            return shown.isPresent();
        });
    }

    void forgetTheOld() {
        sql.sql("delete from offer_shown where shown_on < ?")
                .param(Date.valueOf(today().minusDays(KEPT_DAYS)))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
