package io.tandem.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.ticket.Ticket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes and what stays, on both databases, with rows as they stand there after years. */
class OldRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:30:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(800));
    private static final Instant OF_LATE = NOW.minus(Duration.ofDays(700));
    private static final Retention.Limits LIMITS = Retention.DEFAULT.limits(NOW, ZoneOffset.UTC);

    @Test
    void onH2() throws Exception {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000");
        new Story(database, "h2").isTold();
    }

    @Test
    void onPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            new Story(postgres.getPostgresDatabase(), "postgres").isTold();
        }
    }

    private static final class Story {

        private final DataSource database;
        private final JdbcClient sql;
        private final TransactionTemplate transaction;
        private final List<UUID> told = new ArrayList<>();
        private final OldTickets tickets;

        Story(DataSource database, String kind) throws IOException {
            this.database = database;
            Flyway.configure().dataSource(database).load().migrate();
            new ResourceDatabasePopulator(new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.%s.create.engine.sql".formatted(kind)))
                    .execute(database);
            sql = JdbcClient.create(database);
            transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            tickets = new OldTickets(
                    sql,
                    event -> told.addAll(((Ticket.Forgetting) event).tickets()),
                    new TicketRows(sql),
                    new OldCustomers(sql),
                    Clock.fixed(NOW, ZoneOffset.UTC));
        }

        void isTold() throws Exception {
            for (int i = 0; i < 45; i++) closed(customer(), LONG_AGO);
            var gone = closed(customer(), LONG_AGO);
            var kept = new HashMap<String, UUID>();
            kept.put("closed of late", closed(customer(), OF_LATE));
            kept.put("open", with(closed(customer(), LONG_AGO), "state = 'OPEN', closed_at = null"));
            kept.put("being rated", with(closed(customer(), LONG_AGO), "state = 'RESOLVED', closed_at = null"));
            kept.put(
                    "can be reopened",
                    with(closed(customer(), LONG_AGO), "reopenable_until = timestamp '2027-01-01 00:00:00'"));
            kept.put("still has a process", inEngine(closed(customer(), LONG_AGO)));
            var karla = customer();
            var survivor = closed(karla, LONG_AGO);
            var merged = closed(karla, LONG_AGO.minus(Duration.ofDays(9)));
            with(merged, "merged_into = '" + survivor + "'");
            var ben = customer();
            kept.put("goes on", closed(ben, OF_LATE));
            kept.put("merged into one that goes on", closed(ben, LONG_AGO));
            with(kept.get("merged into one that goes on"), "merged_into = '" + kept.get("goes on") + "'");
            var anna = customer();
            var earlier = closed(anna, LONG_AGO);
            kept.put("came after one that goes", with(closed(anna, OF_LATE), "previous = '" + earlier + "'"));
            var held = closed(customer(), LONG_AGO);
            kept.put("held by somebody", held);

            whileSomebodyHolds(held, () -> assertThat(until0(tickets)).isEqualTo(45 + 1 + 2 + 1));

            assertThat(idsIn("ticket")).containsExactlyInAnyOrderElementsOf(kept.values());
            assertThat(told)
                    .contains(gone, survivor, merged, earlier)
                    .hasSize(49)
                    .doesNotHaveDuplicates();
            assertThat(idsIn("customer"))
                    .hasSize(kept.size() - 1)
                    .contains(anna, ben)
                    .doesNotContain(karla);
            assertThat(rowsOf(gone)).isEmpty();
            assertThat(rowsOf(kept.get("closed of late"))).containsKeys("message", "attachment", "mail", "rating");
            assertThat(count("select count(*) from attachment_piece")).isEqualTo(kept.size());
            assertThat(count("select count(*) from ticket where previous is not null"))
                    .isZero();

            deliveriesAndMailsGoByAge(kept.get("closed of late"));
            sumsGoAfterTenYears();
            whatANightHasDoneIsWrittenDown();
        }

        private void whatANightHasDoneIsWrittenDown() {
            var progress = new Progress(sql, Clock.fixed(NOW, ZoneOffset.UTC));
            progress.removed("conversations", NOW, 45);
            progress.removed("conversations", NOW, 4);
            assertThat(progress.isDone("conversations", NOW)).isFalse();
            progress.done("conversations", NOW);
            assertThat(progress.isDone("conversations", NOW)).isTrue();

            var next = NOW.plus(Duration.ofDays(1));
            progress.removed("conversations", next, 3);
            progress.done("deliveries", next);
            assertThat(progress.latest())
                    .containsExactly(
                            new Progress.Latest("conversations", next, 3, null, NOW),
                            new Progress.Latest("deliveries", next, 0, NOW, NOW));
        }

        private int until0(Sweep sweep) {
            int all = 0;
            for (int some = 1; some > 0; all += some) some = transaction.execute(status -> sweep.next(LIMITS));
            return all;
        }

        /** Who writes to another ticket meanwhile waits for nobody; the held ticket is left for another night. */
        private void whileSomebodyHolds(UUID ticket, Runnable cleaning) throws Exception {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("select id from ticket where id = '" + ticket + "' for update");
                }
                CompletableFuture.runAsync(cleaning).get(30, TimeUnit.SECONDS);
                connection.rollback();
            }
        }

        private void deliveriesAndMailsGoByAge(UUID ticket) {
            assertThat(count("select count(*) from delivery where message in (select id from message where ticket = '"
                            + ticket + "')"))
                    .isEqualTo(1);
            var waits = message(ticket, 2, OF_LATE);
            sql.sql("insert into delivery (message, state, recorded_at) values (?, 'QUEUED', ?)")
                    .params(waits, at(OF_LATE))
                    .update();
            var fresh = message(ticket, 3, NOW.minus(Duration.ofDays(80)));
            sql.sql("insert into delivery (message, state, recorded_at) values (?, 'SENT', ?)")
                    .params(fresh, at(NOW))
                    .update();
            mail(null, "QUARANTINED", OF_LATE);
            var lately = mail(null, "QUARANTINED", NOW.minus(Duration.ofDays(80)));

            until0(new OldRows(OldRow.DELIVERIES, sql));
            until0(new OldRows(OldRow.MAIL_BYTES, sql));
            until0(new OldRows(OldRow.MAILS_OF_NO_TICKET, sql));
            until0(new OldRows(OldRow.SENT_MAILS, sql));
            until0(new OldRows(OldRow.MAIL_ALLOWANCES, sql));
            until0(new OldRows(OldRow.ROLL_OUTS, sql));

            assertThat(sql.sql("select message from delivery").query(UUID.class).list())
                    .containsExactlyInAnyOrder(waits, fresh);
            assertThat(sql.sql("select mail from mail_piece").query(UUID.class).list())
                    .containsExactly(lately);
            assertThat(rowsOf(ticket)).containsKey("mail");
        }

        private void sumsGoAfterTenYears() {
            for (var month : List.of("2016-10", "2016-11", "2026-10")) {
                sql.sql("insert into month_drawn_up (in_month, drawn_at) values (?, ?)")
                        .params(month, at(NOW))
                        .update();
                sql.sql("insert into counted_agent (in_month, team, agent) values (?, 'agents', 'anna')")
                        .param(month)
                        .update();
                sql.sql("insert into past_figure (happened_on, figure, cases, total) values (?, 'bot.answers', 1, 1)")
                        .param(java.sql.Date.valueOf(month + "-01"))
                        .update();
            }

            until0(new OldRows(OldRow.MONTHS, sql));
            until0(new OldRows(OldRow.DAYS, sql));

            assertThat(sql.sql("select in_month from month_drawn_up order by in_month")
                            .query(String.class)
                            .list())
                    .containsExactly("2016-11", "2026-10");
            assertThat(count("select count(*) from counted_agent")).isEqualTo(2);
            assertThat(count("select count(*) from past_figure")).isEqualTo(1);
        }

        private UUID customer() {
            var id = UuidCreator.getTimeOrderedEpoch(LONG_AGO);
            sql.sql("insert into customer (id, name, created_at) values (?, 'Karla', ?)")
                    .params(id, at(LONG_AGO))
                    .update();
            sql.sql(
                            "insert into customer_address (id, customer, kind, address, known_since) values (?, ?, 'mail', ?, ?)")
                    .params(UUID.randomUUID(), id, id + "@shop.example", at(LONG_AGO))
                    .update();
            return id;
        }

        /** With a message, a file, a mail, a delivery, a rating and a question to a colleague. */
        private UUID closed(UUID customer, Instant at) {
            var id = UuidCreator.getTimeOrderedEpoch(at);
            sql.sql(
                            "insert into ticket (id, number, customer, channel, language, state, holder, priority, resolutions,"
                                    + " messages, opened_at, closed_at, reopenable_until, version)"
                                    + " values (?, nextval('ticket_number'), ?, 'web', 'en', 'CLOSED', 'NOBODY', 0, 1, 1, ?, ?, ?, 1)")
                    .params(id, customer, at(at), at(at), at(at.plus(Duration.ofDays(14))))
                    .update();
            var message = message(id, 1, at);
            sql.sql("insert into delivery (message, state, recorded_at) values (?, 'SENT', ?)")
                    .params(message, at(at))
                    .update();
            var file = UUID.randomUUID();
            sql.sql("insert into attachment (id, holder, message, position, name, type, size, preview, held_at)"
                            + " values (?, 'c', ?, 0, 'cup.jpg', 'image/jpeg', 3, false, ?)")
                    .params(file, message, at(at))
                    .update();
            sql.sql("insert into attachment_piece (attachment, part, position, bytes) values (?, 'FILE', 0, ?)")
                    .params(file, new byte[] {1, 2, 3})
                    .update();
            sql.sql("insert into rating (ticket, resolution, score, rated_at) values (?, 1, 5, ?)")
                    .params(id, at(at))
                    .update();
            sql.sql("insert into colleague_request (id, note, asker) values (?, ?, 'anna')")
                    .params(UUID.randomUUID(), message)
                    .update();
            mail(id, "TAKEN", at);
            return id;
        }

        private UUID message(UUID ticket, int position, Instant at) {
            var id = UuidCreator.getTimeOrderedEpoch(at);
            sql.sql("insert into message (id, ticket, position, author, text, internal, channel, written_at)"
                            + " values (?, ?, ?, 'CUSTOMER', 'Hello', false, 'web', ?)")
                    .params(id, ticket, position, at(at))
                    .update();
            return id;
        }

        private UUID mail(@Nullable UUID ticket, String state, Instant at) {
            var id = UuidCreator.getTimeOrderedEpoch(at);
            var row = new HashMap<String, @Nullable Object>(
                    Map.of("id", id, "provider", id.toString(), "state", state, "at", at(at)));
            row.put("ticket", ticket);
            sql.sql(
                            "insert into mail (id, mailbox, provider_id, chain, subject, size, state, ticket, attempts, received_at)"
                                    + " values (:id, 'mail-shop', :provider, '', 'Hello', 3, :state, :ticket, 1, :at)")
                    .params(row)
                    .update();
            sql.sql("insert into mail_piece (mail, position, bytes) values (?, 0, ?)")
                    .params(id, new byte[] {1, 2, 3})
                    .update();
            return id;
        }

        private UUID with(UUID ticket, String what) {
            sql.sql("update ticket set " + what + " where id = ?").param(ticket).update();
            return ticket;
        }

        private UUID inEngine(UUID ticket) {
            sql.sql("insert into act_ru_execution (id_, rev_, business_key_, is_active_, is_concurrent_, is_scope_,"
                            + " is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)"
                            + " values ('e1', 1, ?, true, false, true, false, 1, 0, 1)")
                    .param(ticket.toString())
                    .update();
            return ticket;
        }

        private Map<String, Long> rowsOf(UUID ticket) {
            var rows = new TreeMap<String, Long>();
            for (var table : List.of("message", "rating", "mail")) {
                rows.put(table, count("select count(*) from %s where ticket = '%s'".formatted(table, ticket)));
            }
            rows.put(
                    "attachment",
                    count("select count(*) from attachment a join message m on m.id = a.message where m.ticket = '%s'"
                            .formatted(ticket)));
            rows.values().removeIf(count -> count == 0);
            return rows;
        }

        private List<UUID> idsIn(String table) {
            return sql.sql("select id from " + table).query(UUID.class).list();
        }

        private long count(String query) {
            return sql.sql(query).query(Long.class).single();
        }

        private static Timestamp at(Instant moment) {
            return Timestamp.from(moment);
        }
    }
}
