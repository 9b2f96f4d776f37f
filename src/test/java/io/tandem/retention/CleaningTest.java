package io.tandem.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tandem.content.ProcessFolder;
import io.tandem.desk.ServiceLevels;
import io.tandem.desk.offer.KnownTickets;
import io.tandem.hours.BusinessHours;
import io.tandem.node.LeasesOfATest;
import io.tandem.process.HistoryCleaning;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.SampleFiles;
import io.tandem.story.SetTime;
import io.tandem.story.TandemRuns;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Karla's ticket is 25 months old, and it is night. */
@TandemRuns
class CleaningTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NIGHT =
            LocalDate.now(BERLIN).atTime(LocalTime.of(2, 0)).atZone(BERLIN).toInstant();
    private static final Clock AT_NIGHT = Clock.fixed(NIGHT.plus(Duration.ofMinutes(30)), ZoneOffset.UTC);
    private static final String WORD = "quittenbrot";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext tandem;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private ServiceLevels levels;

    @Autowired
    private HistoryCleaning history;

    @Autowired
    private Progress progress;

    @BeforeEach
    @AfterEach
    void aNewNight() {
        sql.sql("delete from cleaning").update();
    }

    @Test
    void nothingIsLeftOfAnOldConversationButSums() {
        var karla = aTicketWithAllThatOneCanHave();
        var ids = idsOf(karla.ticket());
        var number = sql.sql("select number from ticket where id = ?")
                .param(karla.ticket())
                .query(Long.class)
                .single();
        isOld(karla.ticket(), 25);
        var month = YearMonth.from(NIGHT.atZone(BERLIN).minusMonths(25));
        isDrawnUp(month);
        var bot = ofBot(month);
        var service = service(month);
        assertThat(bot).isNotEqualTo(List.of(0L, 0L, 0L, 0L));
        assertThat(service.firstResponses().met()).isEqualTo(1);

        cleaning(AT_NIGHT).clean(NIGHT);

        assertThat(placesThatName(ids)).isEmpty();
        assertThat(karla.send("GET", "/messages", null).status()).isEqualTo(404);
        assertThat(karla.send("POST", "/messages", Map.of("text", "Hello?")).status())
                .isEqualTo(404);
        assertThat(AgentAtDesk.signsIn(port, "anna")
                        .send("GET", "/api/desk/tickets/" + number, null)
                        .status())
                .isEqualTo(404);
        assertThat(ofBot(month)).isEqualTo(bot);
        assertThat(service(month)).isEqualTo(service);
        assertThat(progress.latest())
                .filteredOn(latest -> latest.kind().equals("conversations"))
                .singleElement()
                .satisfies(latest -> {
                    assertThat(latest.removed()).isPositive();
                    assertThat(latest.endedAt()).isNotNull();
                });
    }

    @Test
    void whatIsYoungerStays() {
        var karla = aTicketWithAllThatOneCanHave();
        isOld(karla.ticket(), 23);

        cleaning(AT_NIGHT).clean(NIGHT);

        assertThat(karla.messages()).isNotEmpty();
    }

    @Test
    void byDayNothingGoes() {
        var karla = aTicketWithAllThatOneCanHave();
        isOld(karla.ticket(), 25);
        var noon = Clock.fixed(NIGHT.plus(Duration.ofHours(10)), ZoneOffset.UTC);

        cleaning(noon).look();
        assertThat(karla.messages()).isNotEmpty();

        cleaning(AT_NIGHT).look();
        assertThat(karla.send("GET", "/messages", null).status()).isEqualTo(404);
    }

    /** The morning comes after the first piece; the next night goes on. */
    @Test
    void whatIsStoppedInTheMiddleGoesOn() {
        var old = closedLongAgo(45);

        cleaning(SetTime.of(new NightThatEnds(old))).clean(NIGHT);
        var left = stillThere(old);
        assertThat(left).isBetween(1L, 44L);
        assertThat(latest("conversations").removed()).isEqualTo(45 - left);
        assertThat(latest("conversations").endedAt()).isNull();

        cleaning(AT_NIGHT).clean(NIGHT);
        assertThat(stillThere(old)).isZero();
        assertThat(latest("conversations").removed()).isEqualTo(45);
        assertThat(latest("conversations").endedAt()).isNotNull();
    }

    /** An alert goes by when all was done last: it must not lose sight of a kind that does not get done any more. */
    @Test
    void aNightThatDoesNotEndTakesNothingBackOfWhenOneEndedLast() {
        var began = Clock.fixed(NIGHT.minus(Duration.ofDays(9)), ZoneOffset.UTC);
        var meters = new SimpleMeterRegistry();
        var figures = new RetentionHealth(cleaning(AT_NIGHT), progress, meters, began);
        figures.count();
        assertThat(ended(meters, "conversations")).as("never done").isEqualTo(began.instant());
        assertThat(ended(meters, "deliveries")).isEqualTo(began.instant());

        cleaning(SetTime.of(new NightThatEnds(closedLongAgo(45)))).clean(NIGHT);
        figures.count();
        assertThat(ended(meters, "conversations")).as("begun").isEqualTo(NIGHT);

        progress.done("conversations", NIGHT);
        figures.count();
        var done = ended(meters, "conversations");
        assertThat(done)
                .isAfter(NIGHT.minus(Duration.ofDays(1)))
                .isEqualTo(latest("conversations").lastEndedAt().truncatedTo(ChronoUnit.MILLIS));

        cleaning(SetTime.of(new NightThatEnds(closedLongAgo(45)))).clean(NIGHT.plus(Duration.ofDays(1)));
        figures.count();
        assertThat(latest("conversations").endedAt()).isNull();
        assertThat(ended(meters, "conversations")).isEqualTo(done);
    }

    @Test
    void whileTheDatabaseIsAwayTheHealthIsWhatWasCountedLast() {
        var away = JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()));
        var health = new RetentionHealth(
                cleaning(AT_NIGHT), new Progress(away, AT_NIGHT), new SimpleMeterRegistry(), AT_NIGHT);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private static Instant ended(MeterRegistry meters, String kind) {
        var seconds =
                meters.get("tandem.retention.ended").tag("kind", kind).gauge().value();
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    /** Something holds on to conversations, and the rest is none of its business. */
    @Test
    void aKindThatCannotBeRemovedKeepsNoneOfTheOthers() {
        var old = closedLongAgo();
        sql.sql("create table holds_on (ticket uuid references ticket (id))").update();
        try {
            sql.sql("insert into holds_on (ticket) values (?)").param(old).update();

            cleaning(AT_NIGHT).clean(NIGHT);

            assertThat(stillThere(List.of(old))).isEqualTo(1);
            assertThat(progress.isDone("conversations", NIGHT)).isFalse();
            assertThat(OldRow.values())
                    .allMatch(row -> progress.isDone(row.name().toLowerCase(Locale.ROOT), NIGHT));
        } finally {
            sql.sql("drop table holds_on").update();
        }

        cleaning(AT_NIGHT).clean(NIGHT);
        assertThat(stillThere(List.of(old))).isZero();
    }

    @Test
    void anotherNodeThatCleansIsLeftToIt() {
        var old = closedLongAgo();
        sql.sql("insert into lease (name, holder, held_until) values ('retention', 'another', ?)")
                .param(Timestamp.from(Instant.now().plusSeconds(60)))
                .update();

        cleaning(AT_NIGHT).clean(NIGHT);
        assertThat(stillThere(List.of(old))).isEqualTo(1);

        sql.sql("update lease set held_until = ? where name = 'retention'")
                .param(Timestamp.from(Instant.now().minusSeconds(1)))
                .update();
        cleaning(AT_NIGHT).clean(NIGHT);
        assertThat(stillThere(List.of(old))).isZero();
    }

    @Test
    void whatWasLearntOfASolvedTicketIsForgottenWithIt() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        karla.says(karla.hears("bot"), true);
        karla.isAskedForARating();
        karla.rates(5, "");
        karla.seesState("CLOSED");
        var known = new KnownTickets(tandem);
        known.isKnown(karla.ticket());
        isOld(karla.ticket(), 25);

        cleaning(AT_NIGHT).clean(NIGHT);

        assertThat(known.isOffered(karla.ticket())).isFalse();
        known.tidies();
        assertThat(known.contains(karla.ticket())).isFalse();
    }

    @Test
    void theStepsOfOpenTicketsAreKeptOnAndThoseOfFinishedOnesGoWhenTheDiagramsSay() {
        var open = CustomerInChat.writes(port, "en", "human please");
        open.sees("QUEUE");
        var over = aTicketWithAllThatOneCanHave();
        for (var karla : List.of(open, over)) {
            for (var table : List.of("act_hi_procinst", "act_hi_actinst")) {
                sql.sql("update " + table + " set removal_time_ = ? where root_proc_inst_id_ in (select id_ from"
                                + " act_hi_procinst where business_key_ = ?)")
                        .params(
                                Timestamp.from(Instant.now().minusSeconds(60)),
                                karla.ticket().toString())
                        .update();
            }
        }

        history.keepOfOpenTickets();

        assertThat(removal(open.ticket())).isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(removal(over.ticket())).isBefore(Instant.now());
    }

    private Instant removal(UUID ticket) {
        return sql.sql("select min(a.removal_time_) from act_hi_actinst a join act_hi_procinst p"
                        + " on p.id_ = a.root_proc_inst_id_ where p.business_key_ = ?")
                .param(ticket.toString())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** As the program's own, but at the hour of this clock. */
    private Cleaning cleaning(Clock clock) {
        var wish = new OwnersWish(tandem.getBean(ProcessFolder.class), tandem.getBean(BusinessHours.class), history);
        var events = (ApplicationEventPublisher) tandem;
        var tickets = new OldTickets(
                sql, events, tandem.getBean(TicketRows.class), tandem.getBean(OldCustomers.class), clock);
        return new Cleaning(
                wish,
                tickets,
                new Turn(LeasesOfATest.ofAnotherNode(sql), clock),
                progress,
                history,
                tandem.getBean(Transactions.class),
                events,
                sql,
                tandem.getBean(MeterRegistry.class),
                clock);
    }

    /** It is morning as soon as the first of these tickets are gone. */
    private final class NightThatEnds implements InstantSource {

        private final List<UUID> tickets;

        private NightThatEnds(List<UUID> tickets) {
            this.tickets = tickets;
        }

        @Override
        public Instant instant() {
            return stillThere(tickets) < tickets.size() ? NIGHT.plus(Duration.ofHours(8)) : AT_NIGHT.instant();
        }
    }

    private Progress.Latest latest(String kind) {
        return progress.latest().stream()
                .filter(latest -> latest.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private CustomerInChat aTicketWithAllThatOneCanHave() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund for the " + WORD + "?");
        karla.says(karla.hears("bot"), false);
        karla.sends("A person please, here is my " + WORD, "receipt.txt", SampleFiles.bytes(300_000));
        karla.asksForAPerson();
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        anna.act("GET", task, "/offers", null);
        anna.notes(task, "@ben, do you know " + WORD + "?");
        AgentAtDesk.signsIn(port, "ben").act("PUT", task, "/draft", Map.of("text", WORD));
        assertThat(anna.replies(task, "Your " + WORD + " is on its way", "resolve")
                        .status())
                .isEqualTo(200);
        karla.isAskedForARating();
        karla.rates(4, "Thank you for the " + WORD);
        karla.seesState("CLOSED");
        hadMailsToo(karla.ticket());
        return karla;
    }

    private void hadMailsToo(UUID ticket) {
        var now = Timestamp.from(Instant.now());
        var mail = UuidCreator.getTimeOrderedEpoch();
        sql.sql(
                        "insert into mail (id, mailbox, provider_id, chain, subject, size, state, ticket, attempts, received_at)"
                                + " values (?, 'mail-shop', ?, '', ?, 3, 'TAKEN', ?, 1, ?)")
                .params(mail, mail.toString(), WORD, ticket, now)
                .update();
        sql.sql("insert into mail_piece (mail, position, bytes) values (?, 0, ?)")
                .params(mail, new byte[] {1})
                .update();
        sql.sql("insert into mail_party (ticket, address, proven, quiet) values (?, 'karla@shop.example', true, false)")
                .param(ticket)
                .update();
        sql.sql("insert into mail_sent (message, ticket, mailbox, address, message_id, automatic, held_back, begun_at)"
                        + " values (?, ?, 'mail-shop', 'karla@shop.example', 'x', false, false, ?)")
                .params(UuidCreator.getTimeOrderedEpoch(), ticket, now)
                .update();
        sql.sql("insert into address_proof (id, ticket, channel, kind, address, code_hash, asked_at, expires_at)"
                        + " values (?, ?, 'mail-shop', 'mail', 'karla@shop.example', 'h', ?, ?)")
                .params(UuidCreator.getTimeOrderedEpoch(), ticket, now, now)
                .update();
    }

    /** All that happened on the ticket was so many months ago. */
    private void isOld(UUID ticket, int months) {
        var ago = " - interval '" + months + "' month";
        for (var column : List.of("opened_at", "waiting_since", "resolved_at", "closed_at", "reopenable_until")) {
            sql.sql("update ticket set %1$s = %1$s%2$s where id = ?".formatted(column, ago))
                    .param(ticket)
                    .update();
        }
        sql.sql("update message set written_at = written_at" + ago + " where ticket = ?")
                .param(ticket)
                .update();
        sql.sql("update rating set rated_at = rated_at" + ago + " where ticket = ?")
                .param(ticket)
                .update();
        sql.sql("update service_clock set started_at = started_at" + ago + ", due_at = due_at" + ago
                        + ", ended_at = ended_at" + ago + " where ticket = ?")
                .param(ticket)
                .update();
    }

    private List<UUID> closedLongAgo(int many) {
        return Stream.generate(this::closedLongAgo).limit(many).toList();
    }

    private UUID closedLongAgo() {
        var customer = UuidCreator.getTimeOrderedEpoch();
        var then = Timestamp.from(NIGHT.minus(Duration.ofDays(1000)));
        sql.sql("insert into customer (id, created_at) values (?, ?)")
                .params(customer, then)
                .update();
        var id = UuidCreator.getTimeOrderedEpoch();
        sql.sql("insert into ticket (id, number, customer, channel, language, state, holder, priority, resolutions,"
                        + " messages, opened_at, closed_at, version) values (?, nextval('ticket_number'), ?, 'web', 'en',"
                        + " 'CLOSED', 'NOBODY', 0, 0, 0, ?, ?, 1)")
                .params(id, customer, then, then)
                .update();
        return id;
    }

    private long stillThere(List<UUID> tickets) {
        return sql.sql("select count(*) from ticket where id in (:tickets)")
                .param("tickets", tickets)
                .query(Long.class)
                .single();
    }

    private void isDrawnUp(YearMonth month) {
        sql.sql("delete from month_drawn_up where in_month = ?")
                .param(month.toString())
                .update();
        sql.sql("insert into month_drawn_up (in_month, drawn_at) values (?, localtimestamp)")
                .param(month.toString())
                .update();
    }

    private List<Long> ofBot(YearMonth month) {
        var bot = AgentAtDesk.signsIn(port, "lea")
                .send("GET", "/api/insight/months/" + month, null)
                .body()
                .path("bot");
        return List.of(
                bot.path("answers").asLong(),
                bot.path("confirmed").asLong(),
                bot.path("unconfirmed").asLong(),
                bot.at("/ratings/cases").asLong());
    }

    private ServiceLevels.Figures service(YearMonth month) {
        var from = month.atDay(1).atStartOfDay(BERLIN).toInstant();
        return levels.figures(
                from, month.plusMonths(1).atDay(1).atStartOfDay(BERLIN).toInstant());
    }

    private List<String> idsOf(UUID ticket) {
        var ids = new ArrayList<>(sql.sql("select cast(id as varchar(36)) from message where ticket = ?")
                .param(ticket)
                .query(String.class)
                .list());
        ids.add(ticket.toString());
        ids.add(sql.sql("select cast(customer as varchar(36)) from ticket where id = ?")
                .param(ticket)
                .query(String.class)
                .single());
        ids.add(sql.sql("select cast(a.id as varchar(36)) from attachment a join message m on m.id = a.message"
                        + " where m.ticket = ?")
                .param(ticket)
                .query(String.class)
                .single());
        ids.add(WORD);
        return ids;
    }

    /** The whole database but what the engine has noted of steps, which the diagrams bound. */
    private TreeSet<String> placesThatName(List<String> ids) {
        var found = new TreeSet<String>();
        var columns = sql.sql(
                        "select c.table_name, c.column_name from information_schema.columns c"
                                + " join information_schema.tables t on t.table_name = c.table_name"
                                + " and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'"
                                + " where c.table_schema = 'PUBLIC' and (c.data_type like 'CHARACTER%' or c.data_type = 'UUID')")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
        for (var column : columns) {
            if (column.getKey().toLowerCase(Locale.ROOT).startsWith("act_hi_")) continue;
            for (var id : ids) {
                var hits = sql.sql("select count(*) from \"%s\" where lower(cast(\"%s\" as varchar)) like ?"
                                .formatted(column.getKey(), column.getValue()))
                        .param("%" + id + "%")
                        .query(Long.class)
                        .single();
                if (hits > 0) found.add(column.getKey() + "." + column.getValue() + " has " + id);
            }
        }
        return found;
    }
}
