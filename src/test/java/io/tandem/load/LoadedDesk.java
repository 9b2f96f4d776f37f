package io.tandem.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.AgentTasks;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the desk: customers and agents make a few real tickets over HTTP, of which there are then thousands of copies. */
final class LoadedDesk {

    /** Of a hundred open tickets. */
    private static final int IN_HAND = 20;

    private static final int OVERDUE = 5;
    private static final Duration REMEMBERED = Duration.ofDays(730);

    /** What the engine keeps of the steps of closed tickets. Nobody at the desk reads it. */
    private static final Set<String> STEPS_OF_CLOSED = Set.of("act_hi_actinst");

    private final ApplicationContext tandem;
    private final JdbcClient sql;
    private final int port;
    private final Random random = new Random(4711);
    private final ShopTalk talk = new ShopTalk(random);
    private final Staffing staffing;
    private long number;

    LoadedDesk(ApplicationContext tandem, int port, Staffing staffing) {
        this.tandem = tandem;
        this.port = port;
        this.staffing = staffing;
        sql = tandem.getBean(JdbcClient.class);
    }

    void fill(int open, int closed, LoadReport report) throws SQLException {
        var started = Instant.now();
        var waiting = List.of(waits("en", false), waits("de", false), waits("en", true), waits("de", true));
        var inHand = List.of(isTaken(waits("en", false)), isTaken(waits("de", false)));
        var overdue = List.of(goesOverdue(waits("en", false)), goesOverdue(waits("de", false)));
        var solved = List.of(isSolvedByBot("en"), isSolvedByBot("de"), isSolvedByAnna("en"), isSolvedByAnna("de"));
        number = 1 + sql.sql("select max(number) from ticket").query(Long.class).single();

        var copies = new Copies(tandem.getBean(DataSource.class), Set.of());
        copyOpen(copies, overdue, open * OVERDUE / 100, true);
        copyOpen(copies, inHand, open * IN_HAND / 100, false);
        copyOpen(copies, waiting, open - open * (OVERDUE + IN_HAND) / 100, false);
        copyClosed(solved, closed);
        sql.sql("alter sequence ticket_number restart with " + number).update();
        sql.sql("analyze").update();
        copyEqualsReal(waiting.get(0));
        report.fact(
                "loaded in %d s; the rows of one waiting ticket: %s",
                Duration.between(started, Instant.now()).toSeconds(),
                Template.of(sql, waiting.get(0)).counts());
    }

    /** Wherever a ticket can wait: half of them with people, a few of these asking a colleague; the others with the bot or rated. */
    void fillOpen(int open, LoadReport report) throws SQLException {
        var started = Instant.now();
        var waiting = List.of(waits("en", false), waits("de", true));
        var inHand = List.of(isTaken(waits("en", false)), asksBen(isTaken(waits("de", false))));
        var withBot =
                List.of(isAnsweredByBot("en").ticket(), isAnsweredByBot("de").ticket());
        var inSurvey = List.of(isConfirmed("en").ticket(), isConfirmed("de").ticket());
        atRest();
        number = 1 + sql.sql("select max(number) from ticket").query(Long.class).single();
        var copies = new Copies(tandem.getBean(DataSource.class), Set.of());
        copyOpen(copies, waiting, open * 4 / 10, false);
        copyOpen(copies, inHand, open / 10, false);
        copyOpen(copies, withBot, open * 4 / 10, false);
        copyOpen(copies, inSurvey, open / 10, false);
        sql.sql("alter sequence ticket_number restart with " + number).update();
        sql.sql("analyze").update();
        copyEqualsReal(waiting.get(0));
        report.fact("loaded in %d s", Duration.between(started, Instant.now()).toSeconds());
    }

    private UUID asksBen(UUID ticket) {
        var question = Map.of("to", Map.of("user", "ben"), "text", "Do they all sing?", "id", UUID.randomUUID());
        var asked = AgentAtDesk.signsIn(port, "anna").act("POST", taskOf(ticket), "/questions", question);
        assertThat(asked.status()).isEqualTo(201);
        return ticket;
    }

    /** As many rows in each table as the real one. What agents then do with copies shows the rest. */
    private void copyEqualsReal(UUID original) {
        var real = Template.of(sql, original);
        var row = real.ticketRow();
        var copy = sql.sql("select id from ticket where holder = :holder and queue = :queue and language = :language"
                        + " order by number desc limit 1")
                .param("holder", row.get("holder"))
                .param("queue", row.get("queue"))
                .param("language", row.get("language"))
                .query(UUID.class)
                .single();
        assertThat(Template.of(sql, copy).counts()).isEqualTo(real.counts());
    }

    private UUID waits(String language, boolean payment) {
        var customer = CustomerInChat.writes(port, language, talk.asksForAPerson(language, payment));
        taskOf(customer.ticket());
        atRest();
        return customer.ticket();
    }

    private void atRest() {
        var jobs = tandem.getBean(ManagementService.class).createJobQuery().messages();
        await().atMost(Duration.ofMinutes(2)).until(() -> jobs.count() == 0);
    }

    private String taskOf(UUID ticket) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> tandem.getBean(AgentTasks.class).openOn(ticket), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private UUID isTaken(UUID ticket) {
        var anna = AgentAtDesk.signsIn(port, "anna");
        if (anna.claimsInTasklist(taskOf(ticket), "anna").status() != 204) throw new IllegalStateException();
        return ticket;
    }

    /** A lead is brought in, as the diagram says. */
    private UUID goesOverdue(UUID ticket) {
        var jobs = tandem.getBean(ManagementService.class);
        var process = sql.sql("select proc_inst_id_ from act_ru_execution e where business_key_ = ?"
                        + " and exists (select 1 from act_ru_task where proc_inst_id_ = e.id_)")
                .param(ticket.toString())
                .query(String.class)
                .single();
        jobs.createJobQuery().processInstanceId(process).activityId("boundaryEvent_responseDue").list().stream()
                .findFirst()
                .ifPresent(job -> jobs.executeJob(job.getId()));
        return ticket;
    }

    private UUID isSolvedByBot(String language) {
        return isRated(isConfirmed(language));
    }

    private CustomerInChat isConfirmed(String language) {
        var customer = isAnsweredByBot(language);
        customer.says(customer.hears("bot"), true);
        customer.isAskedForARating();
        return customer;
    }

    private CustomerInChat isAnsweredByBot(String language) {
        var customer = CustomerInChat.writes(port, language, talk.asksTheBot(language));
        customer.hears("bot");
        return customer;
    }

    private UUID isSolvedByAnna(String language) {
        var customer = CustomerInChat.writes(port, language, talk.asksForAPerson(language, false));
        var task = taskOf(customer.ticket());
        AgentAtDesk.signsIn(port, "anna").replies(task, talk.reply(language), "resolve");
        return isRated(customer);
    }

    private UUID isRated(CustomerInChat customer) {
        customer.isAskedForARating();
        customer.rates(5, "");
        customer.seesState("CLOSED");
        return customer.ticket();
    }

    private void copyOpen(Copies copies, List<UUID> originals, int many, boolean isLate) throws SQLException {
        for (int i = 0; i < originals.size(); i++) {
            var template = Template.of(sql, originals.get(i));
            var variations = new ArrayList<Variation>();
            for (int n = i; n < many; n += originals.size()) {
                var minutes = random.nextInt(1, 60 * 48);
                var due = Instant.now().plus(Duration.ofMinutes(isLate ? -minutes : minutes + 120));
                variations.add(vary(template, Duration.ofMinutes(minutes), due, 30 + 10 * random.nextInt(6)));
            }
            copies.make(template, variations);
        }
    }

    private void copyClosed(List<UUID> originals, int many) throws SQLException {
        var copies = new Copies(tandem.getBean(DataSource.class), STEPS_OF_CLOSED);
        for (int i = 0; i < originals.size(); i++) {
            var template = Template.of(sql, originals.get(i));
            var variations = new ArrayList<Variation>();
            for (int n = i; n < many; n += originals.size()) {
                var ago = Duration.ofSeconds(600 + random.nextLong(REMEMBERED.toSeconds()));
                variations.add(vary(template, ago, null, null));
            }
            copies.make(template, variations);
        }
    }

    private Variation vary(Template template, Duration earlier, @Nullable Instant due, @Nullable Integer priority) {
        var language = template.ticketRow().get("language").toString();
        var matter = talk.matter(language);
        return new Variation(
                template.ticketRow(),
                number++,
                earlier,
                due,
                priority,
                matter.topic(),
                staffing.any(random),
                talk.name(),
                talk.said(matter));
    }
}
