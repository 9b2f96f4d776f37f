package io.tandem.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.process.Staff;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http.Answer;
import io.tandem.ticket.Ticket.State;
import io.tandem.ticket.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How quick the desk is with many tickets: {@code mvn -Pdesk-load test}. Not part of the suite: it takes minutes, and what
 * it finds depends on the machine. Prints a table and writes it to {@code target/desk-load}; fails where a limit is missed.
 */
class DeskLoad {

    private static final Path FOLDER = Path.of("target/desk-load");
    private static final int OPEN = Integer.getInteger("desk-load.open", 10_000);
    private static final int CLOSED = Integer.getInteger("desk-load.closed", 200_000);
    private static final int AGENTS = 10;
    private static final int WARM_UP = 150;
    private static final int TIMES = 300;

    /** A hundred agents whose Tasklist asks every ten seconds. */
    private static final String A_HUNDRED_AGENTS = "100 agents, 10 requests a second";

    private static final int PER_SECOND = 10;

    private final LoadReport report = new LoadReport();
    private List<AgentAtDesk> agents = List.of();
    private AgentAtDesk lead;
    /** For each of the agents waiting tickets that they may see, the last ones to be given out first. */
    private List<List<String>> waiting = List.of();

    @Test
    void theDeskIsQuickWithManyTickets() throws Exception {
        var database = System.getProperty("desk-load.database", "postgres");
        try (var tandem = RunningTandem.on(database, FOLDER)) {
            report.fact("database: %s", tandem.database());
            report.fact("machine: %s", RunningTandem.machine());
            tandem.start();
            if (tandem.count("ticket") < OPEN + CLOSED) fill(tandem);
            tandem.stop();
            report.fact("start of the program: %.1f s", tandem.start());
            report.fact("%s tickets; of these %s open", tandem.count("ticket"), tandem.count("act_ru_task"));
            tandem.awaitIndex(report);
            measure(tandem);
            report.writeTo(FOLDER.resolve(database + ".md"), "The desk on " + database);
        }
        assertThat(report.missed()).as("limits that were missed").isEmpty();
    }

    private void fill(RunningTandem tandem) throws Exception {
        var staffing = new Staffing(tandem.context());
        staffing.employ();
        new LoadedDesk(tandem.context(), tandem.port(), staffing).fill(OPEN, CLOSED, report);
    }

    private void measure(RunningTandem tandem) throws Exception {
        var logins = new Staffing(tandem.context()).leastBusy(AGENTS);
        agents = logins.stream()
                .map(agent -> AgentAtDesk.signsIn(tandem.port(), agent))
                .toList();
        lead = AgentAtDesk.signsIn(tandem.port(), "lea");
        agents.forEach(agent -> ok(agent.send("PUT", "/api/desk/me/limit", Map.of("limit", 99))));
        waiting = logins.stream().map(agent -> waitingFor(agent, tandem)).toList();

        timed("form", 100, i -> ok(agent(i).act("GET", task(i), "", null)));
        lists("My groups' tickets");
        lists("My tickets");
        lists("Overdue");
        timed("give me the next", 100, i -> given(agent(i).send("POST", "/api/desk/next", null)));
        timed("form: related tickets", 0, i -> ok(agent(i).act("GET", task(i), "/together", null)));
        timed("form: offers", 0, i -> ok(agent(i).act("GET", task(i), "/offers", null)));
        report.fact("%s tickets are with agents now", tandem.inHand());
        aCopyIsATicket(tandem);
    }

    private static List<String> waitingFor(String agent, RunningTandem tandem) {
        return tandem.context()
                .getBean(JdbcClient.class)
                .sql("select id_ from act_ru_task where assignee_ is null and id_ in (select task_id_"
                        + " from act_ru_identitylink where group_id_ in (:queues)) order by due_date_ desc limit 300")
                .param("queues", tandem.context().getBean(Staff.class).queuesOf(agent))
                .query(String.class)
                .list();
    }

    /** What was given goes its way to the end, like a ticket that nobody has copied. */
    private void aCopyIsATicket(RunningTandem tandem) {
        var task = agent(0).lists(lead.filter("My tickets"), 0)
                .body()
                .at("/_embedded/task/0/id")
                .asText();
        var ticket = UUID.fromString(agent(0).opens(task).path("ticket").asText());
        ok(agent(0).replies(task, "It is on its way", "resolve"));
        var tickets = tandem.context().getBean(Tickets.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> tickets.get(ticket).state() == State.RESOLVED);
    }

    private void lists(String name) throws Exception {
        var filter = lead.filter(name);
        timed("list: " + name, 300, i -> ok(agent(i).lists(filter, 15 * (i % 4))));
        var one = "lead, one by one";
        Timings.oneByOne(WARM_UP / 3, i -> ok(lead.lists(filter, 0)));
        report.timed("list: " + name, one, Timings.oneByOne(TIMES / 3, i -> ok(lead.lists(filter, 0))), 300);
    }

    private void timed(String request, int limit, IntConsumer ask) throws Exception {
        Timings.oneByOne(WARM_UP, ask);
        report.timed(request, "agent, one by one", Timings.oneByOne(TIMES, i -> ask.accept(WARM_UP + i)), limit);
        var from = WARM_UP + TIMES;
        report.timed(request, A_HUNDRED_AGENTS, Timings.atRate(PER_SECOND, TIMES, i -> ask.accept(from + i)), limit);
        var further = from + TIMES;
        var atOnce = Timings.atOnce(AGENTS, TIMES / AGENTS, i -> ask.accept(further + i));
        report.timed(request, AGENTS + " at once, without a pause", atOnce, 0);
    }

    private AgentAtDesk agent(int i) {
        return agents.get(i % agents.size());
    }

    private String task(int i) {
        var seen = waiting.get(i % waiting.size());
        return seen.get(i / waiting.size() % seen.size());
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(() -> answer.raw().body()).isBetween(200, 204);
    }

    private static void given(Answer answer) {
        ok(answer);
        assertThat(answer.body().path("outcome").asText()).isEqualTo("GIVEN");
    }
}
