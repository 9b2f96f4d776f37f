package io.tandem.story;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators see of a Tandem that runs, and when they are told that it does not run well. */
@TandemRuns
class OperatorsSeeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** A figure's name in the table of docs/operations.md. */
    private static final Pattern FIGURE = Pattern.compile("`((?:tandem|logback|http)_[a-z_]+)");
    /** Of a Tandem with a folder for copies, of nights, and of messages that leave the house: here is none of these. */
    private static final List<String> ELSEWHERE =
            List.of("tandem_backup_age_seconds", "tandem_retention", "tandem_channel_deliveries_total");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private HealthContributorRegistry parts;

    @Autowired
    private TaskService tasks;

    @Test
    void allIsWellOnceTheBotHasLearnt() {
        await().atMost(PATIENCE).until(() -> status("readiness").equals("UP"));

        var health = operators();

        for (var part : List.of("db", "jobs", "knowledge", "mailboxes", "mailQuarantine", "retention")) {
            assertThat(health.at("/components/" + part + "/status").asText())
                    .as(part)
                    .isEqualTo("UP");
        }
        assertThat(health.at("/components/jobs/details/running").asBoolean()).isTrue();
        assertThat(health.at("/components/knowledge/details/articles/de").asInt())
                .isPositive();
    }

    @Test
    void stepsThatNobodyDoesAreToldAndTakeNoNodeOutOfService() {
        var karla = CustomerInChat.writes(port, "en", "How long does delivery take?");
        karla.hears("bot");
        var silence = jobOf(karla);
        var due = dueOf(silence);
        try {
            due(silence, Instant.now().minus(10, MINUTES), Instant.now().plus(1, HOURS));

            await().atMost(PATIENCE).until(() -> jobs().path("status").asText().equals("BEHIND"));
            var jobs = jobs();
            assertThat(Duration.parse(jobs.at("/details/oldest").asText())).isGreaterThan(Duration.ofMinutes(9));
            assertThat(status("readiness")).isEqualTo("UP");
            assertThat(status("liveness")).isEqualTo("UP");
        } finally {
            due(silence, due, null);
        }
        await().atMost(PATIENCE).until(() -> jobs().path("status").asText().equals("UP"));
    }

    @Test
    void whatIsLoggedNextIsNotSaidOfATicketThatIsOver() {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a person");
        var task = AgentAtDesk.signsIn(port, "anna").taskOf(karla.ticket());

        // As Tasklist's own button does, on the thread of a request.
        tasks.claim(task, "anna");

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void strangersWhoAskAllTheTimeMakeNobodyWork() {
        var asked = new AtomicInteger();
        parts.registerContributor("asked", (HealthIndicator) () -> {
            asked.incrementAndGet();
            return Health.up().build();
        });
        try {
            var began = System.nanoTime();
            for (int i = 0; i < 30; i++) assertThat(strangers("")).isEqualTo(200);
            for (int i = 0; i < 30; i++) assertThat(strangers("/")).isNotEqualTo(200);
            var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            assertThat(asked.get()).isLessThanOrEqualTo((int) (seconds / 3) + 2);
        } finally {
            parts.unregisterContributor("asked");
        }
    }

    private int strangers(String more) {
        return new Http(port).send("GET", "/actuator/health" + more, null).status();
    }

    private JsonNode jobs() {
        return operators().at("/components/jobs");
    }

    @Test
    void eachFigureThatTheDocumentationNamesIsThere() throws IOException {
        var karla = CustomerInChat.writes(port, "en", "How long does delivery take?");
        karla.hears("bot");
        karla.asksForAPerson();
        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.replies(anna.taskOf(karla.ticket()), "Two days, Karla", "resolve");
        var named = FIGURE.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(figure -> figure.group(1))
                .distinct()
                .filter(figure -> ELSEWHERE.stream().noneMatch(figure::startsWith))
                .toList();
        assertThat(named).hasSizeGreaterThan(12);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(figures()).contains(named));
    }

    @Test
    void aTicketIsCountedWhenItIsResolvedAndWhenItIsClosed() {
        var resolved = figure("tandem_tickets_resolved_total{resolution=\"agent\"}");
        var closed = figure("tandem_tickets_closed_total{resolution=\"agent\"}");
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a person");
        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.replies(anna.taskOf(karla.ticket()), "Two days, Karla", "resolve");

        await().atMost(PATIENCE).until(() -> figure("tandem_tickets_resolved_total{resolution=\"agent\"}") > resolved);
        karla.rates(5, "quick");
        await().atMost(PATIENCE).until(() -> figure("tandem_tickets_closed_total{resolution=\"agent\"}") > closed);
    }

    private double figure(String name) {
        return figures()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String figures() {
        return asAdmin("/actuator/prometheus").raw().body();
    }

    private JsonNode operators() {
        return asAdmin("/actuator/health/operators").body();
    }

    private String status(String group) {
        return new Http(port)
                .send("GET", "/actuator/health/" + group, null)
                .body()
                .path("status")
                .asText();
    }

    private Http.Answer asAdmin(String path) {
        var login = Base64.getEncoder().encodeToString("admin:tandem".getBytes(StandardCharsets.UTF_8));
        return new Http(port).send("GET", path, null, "Authorization", "Basic " + login);
    }

    /** The timer that waits for the customer's silence. */
    private String jobOf(CustomerInChat customer) {
        return await().atMost(PATIENCE)
                .until(
                        () -> sql.sql(
                                        "select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.root_proc_inst_id_"
                                                + " where e.business_key_ = ? and j.handler_type_ like 'timer%'")
                                .param(customer.ticket().toString())
                                .query(String.class)
                                .list(),
                        jobs -> jobs.size() == 1)
                .get(0);
    }

    private Instant dueOf(String job) {
        return sql.sql("select duedate_ from act_ru_job where id_ = ?")
                .param(job)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** @param taken by a node that does not do it; null if by none */
    private void due(String job, Instant when, Instant taken) {
        sql.sql("update act_ru_job set duedate_ = ?, lock_owner_ = ?, lock_exp_time_ = ? where id_ = ?")
                .param(Timestamp.from(when))
                .param(taken == null ? null : "a node that hangs")
                .param(taken == null ? null : Timestamp.from(taken))
                .param(job)
                .update();
    }
}
