package io.tandem.desk.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.Accounts;
import io.tandem.process.Accounts.Account;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.LiveLine;
import io.tandem.story.LiveLine.Event;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Tickets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agents hear of what concerns them, once, and of nothing else. */
@TandemRuns
class NotificationsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AgentTasks tasks;

    @Autowired
    private Tickets tickets;

    @Autowired
    private NewsLog log;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ManagementService engine;

    @Autowired
    private JdbcClient sql;

    private final List<LiveLine> lines = new ArrayList<>();
    private AgentAtDesk anna;
    private LiveLine annas;
    private LiveLine bens;

    @BeforeEach
    void annaAndBenAreAtTheDesk() {
        anna = AgentAtDesk.signsIn(port, "anna");
        annas = listening(anna.listens());
        bens = listening(AgentAtDesk.signsIn(port, "ben").listens());
    }

    private LiveLine listening(LiveLine line) {
        line.hears("heard", any -> true);
        lines.add(line);
        return line;
    }

    @AfterEach
    void leave() {
        lines.forEach(LiveLine::close);
    }

    @Test
    void aNewTicketIsToldToAllWhoMayTakeIt() {
        accounts.save(new Account("greta", "Greta", Set.of(Staff.AGENTS, "lang-de"), true), "tandem");
        var gretas = listening(AgentAtDesk.signsIn(port, "greta").listens());
        var english = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        var german = CustomerInChat.writes(port, "de", "Ich möchte bitte mit einem Menschen sprechen");

        annas.hears("news", is("waiting", english));
        bens.hears("news", is("waiting", english));
        gretas.hears("news", is("waiting", german));

        assertThat(gretas.heard()).noneMatch(is("waiting", english));
        assertThat(annas.heard()).filteredOn(is("waiting", english)).hasSize(1);
    }

    @Test
    void whatAColleagueTakesIsNoNewsAnyMore() {
        var karla = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        var told = bens.hears("news", is("waiting", karla));

        anna.claimsInTasklist(taskOf(karla), "anna");

        bens.hears("news", is("taken", karla));
        var late = AgentAtDesk.signsIn(port, "ben").send("GET", "/api/desk/news/" + told.id() + "/place", null);
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.body().path("detail").asText()).contains("somebody else has it");
        assertThat(anna.send("GET", "/api/desk/news/" + told.id() + "/place", null)
                        .body()
                        .path("task")
                        .asText())
                .isEqualTo(taskOf(karla));
    }

    @Test
    void aReplyIsToldToWhoeverHasTheTicket() {
        var karla = annaHelps();
        assertThat(anna.replies(taskOf(karla), "Which one do you mean?", "wait").status())
                .isEqualTo(200);

        karla.writes("The blue one");

        var told = annas.hears("news", is("reply", karla));
        await().until(() ->
                anna.send("GET", "/api/desk/news/" + told.id() + "/place", null).status() == 200);
        bens.hears("heard", event -> event.data().asInt() >= position(told));
        assertThat(bens.heard()).noneMatch(is("reply", karla));
    }

    @Test
    void whoGivesATicketToOthersIsNotToldOfIt() {
        var given = annaHelps();
        anna.passesOn(taskOf(given), Map.of("user", "ben"), "yours");
        bens.hears("news", is("given", given));
        var passed = annaHelps();
        anna.passesOn(taskOf(passed), Map.of("group", "agents"), "for all");

        var told = bens.hears("news", like("waiting", passed, last(bens)));

        annas.hears("heard", event -> event.data().asInt() >= position(told));
        assertThat(annas.heard()).noneMatch(is("given", given));
        assertThat(annas.heard()).filteredOn(is("waiting", passed)).hasSize(1);
    }

    private static int position(Event told) {
        return Integer.parseInt(told.id());
    }

    /** The position up to which somebody has heard. */
    private static int last(LiveLine line) {
        return Integer.parseInt(line.lastHeard());
    }

    @Test
    void colleaguesHearThatTheyAreAskedAndWhatTheAnswerIs() {
        var karla = annaHelps();
        anna.notes(taskOf(karla), "@ben have a look");
        bens.hears("news", is("named", karla));
        anna.act("POST", taskOf(karla), "/questions", ask(Map.of("user", "ben"), "In stock?"));
        var asked = bens.hears("news", is("asked", karla)).data().path("task").asText();

        AgentAtDesk.signsIn(port, "ben").act("POST", asked, "/answer", Map.of("text", "Yes", "id", UUID.randomUUID()));

        var answered = annas.hears("news", is("answered", karla));
        assertThat(answered.data().path("task").asText()).isNotEmpty();
        assertThat(annas.heard()).noneMatch(is("named", karla)).noneMatch(is("asked", karla));
    }

    private static Map<String, Object> ask(Map<String, String> whom, String text) {
        return Map.of("to", whom, "text", text, "id", UUID.randomUUID());
    }

    @Test
    void aServiceLevelThatIsNearlyMissedIsToldToWhoeverHasTheTicketOrMayTakeIt() {
        var nobodys = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        taskOf(nobodys);
        var annasOwn = annaHelps();

        comesNear(nobodys);
        comesNear(annasOwn);

        bens.hears("news", is("due", nobodys));
        annas.hears("news", is("due", nobodys));
        var told = annas.hears("news", is("due", annasOwn));
        bens.hears("heard", event -> event.data().asInt() >= position(told));
        assertThat(bens.heard()).noneMatch(is("due", annasOwn));
    }

    /** The warning's timer rings although the time has not come; the clock says that it has. */
    private void comesNear(CustomerInChat customer) {
        sql.sql("update service_clock set warn_at = ? where ticket = ?")
                .param(Timestamp.from(Instant.now().minusSeconds(60)))
                .param(customer.ticket())
                .update();
        var timer = engine.createJobQuery().activityId("boundaryEvent_responseNearlyDue").timers().list().stream()
                .filter(job -> isOf(job.getProcessInstanceId(), customer))
                .findFirst()
                .orElseThrow();
        engine.executeJob(timer.getId());
    }

    private boolean isOf(String process, CustomerInChat customer) {
        return sql.sql("select business_key_ from act_ru_execution where id_ = ?")
                .param(process)
                .query(String.class)
                .single()
                .equals(customer.ticket().toString());
    }

    @Test
    void aBrokenLineComesBackWithWhatItMissedAndTellsNothingTwice() {
        var before = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        annas.hears("news", is("waiting", before));
        annas.close();
        var missed = CustomerInChat.writes(port, "en", "A human, please");
        var told = bens.hears("news", is("waiting", missed));
        bens.hears("heard", event -> event.data().asInt() >= position(told));

        var again = listening(anna.listensAgain(annas.lastHeard()));

        again.hears("news", is("waiting", missed));
        assertThat(again.heard()).noneMatch(is("waiting", before));
        assertThat(again.heard()).filteredOn(is("waiting", missed)).hasSize(1);
        var third = listening(anna.listensAgain(again.lastHeard()));
        assertThat(third.heard()).noneMatch(event -> event.name().equals("news"));
    }

    @Test
    void whoListensForTheFirstTimeHearsFromThenOn() {
        var karla = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        annas.hears("news", is("waiting", karla));

        var other = listening(AgentAtDesk.signsIn(port, "anna").listens());

        assertThat(other.heard()).extracting(Event::name).containsOnly("heard");
    }

    @Test
    void theLineEndsWithTheSession() {
        var paul = AgentAtDesk.signsIn(port, "anna");
        var line = listening(paul.listens());

        paul.send("POST", "/logout", null);

        line.hears("end", any -> true);
        assertThat(paul.listens().status()).isEqualTo(401);
    }

    /** Transactions do not end in the order in which they began. */
    @Test
    void nothingIsLostAmongManyWhoWriteAtOnce() {
        var karla = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        annas.hears("news", is("waiting", karla));
        var start = log.last();
        var writers = IntStream.range(0, 60)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> transactions.inOne(() -> {
                    log.write(News.Kind.GIVEN, karla.ticket());
                    pause(writer % 7 * 5);
                })))
                .toList();

        var heard = new ArrayList<Integer>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var position = heard.isEmpty() ? start : heard.get(heard.size() - 1);
            log.after(position).stream().map(News::position).forEach(heard::add);
            return writers.stream().allMatch(CompletableFuture::isDone) && heard.size() >= writers.size();
        });

        assertThat(sql.sql("select count(*) from news where kind = 'GIVEN' and ticket = ?")
                        .param(karla.ticket())
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        assertThat(heard)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(sql.sql("select position from news where kind = 'GIVEN' and ticket = ?")
                        .param(karla.ticket())
                        .query(Integer.class)
                        .list());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing about a person can be counted from it, and it is gone after a day. */
    @Test
    void whatIsWrittenDownNamesNobodyAndIsForgotten() {
        var karla = annaHelps();
        anna.act("POST", taskOf(karla), "/questions", ask(Map.of("user", "ben"), "In stock?"));
        bens.hears("news", is("asked", karla));

        assertThat(sql.sql("select concat_ws('|', left_queue, task, team) from news")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("anna") || row.contains("ben"));
        sql.sql("update news set written_at = ? where ticket = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofHours(25))))
                .param(karla.ticket())
                .update();
        log.forget(Duration.ofDays(1));
        assertThat(sql.sql("select count(*) from news where ticket = ?")
                        .param(karla.ticket())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private CustomerInChat annaHelps() {
        var customer = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        annas.hears("news", is("waiting", customer));
        anna.claimsInTasklist(taskOf(customer), "anna");
        customer.sees("AGENT");
        return customer;
    }

    private String taskOf(CustomerInChat customer) {
        return await().atMost(Duration.ofSeconds(90))
                .until(() -> tasks.openOn(customer.ticket()), Optional::isPresent)
                .orElseThrow()
                .id();
    }

    private Predicate<Event> is(String kind, CustomerInChat customer) {
        return like(kind, customer, 0);
    }

    private Predicate<Event> like(String kind, CustomerInChat customer, int after) {
        var number = tickets.get(customer.ticket()).number();
        return event -> event.name().equals("news")
                && event.data().path("kind").asText().equals(kind)
                && event.data().path("number").asLong() == number
                && event.data().path("id").asInt() > after;
    }
}
