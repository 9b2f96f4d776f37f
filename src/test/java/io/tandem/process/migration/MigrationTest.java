package io.tandem.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Open tickets stay on their version until an owner says otherwise, and lose nothing then. */
@TandemRuns
class MigrationTest {

    private static final String REFUND = "When do I get my refund?";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext tandem;

    @Autowired
    private ManagementService management;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private InBackground background;

    @Autowired
    private RollOut rollOut;

    private Owner otto;
    private InEngine inEngine;

    @BeforeEach
    void ottoSignsIn() {
        otto = new Owner(port, tandem);
        inEngine = new InEngine(tandem);
    }

    @AfterEach
    void allIsAsItWas() {
        background.start();
        otto.takesItBack();
    }

    @Test
    void ticketsStayOnTheirVersionAndMoveWhenAnOwnerSaysSo() {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var withPerson = CustomerInChat.writes(port, "en", "human please");
        anna.taskOf(withPerson.ticket());
        var withBot = CustomerInChat.writes(port, "en", REFUND);
        var answer = withBot.hears("bot");
        var inSurvey = CustomerInChat.writes(port, "en", REFUND);
        inSurvey.says(inSurvey.hears("bot"), true);
        inSurvey.isAskedForARating();
        var all = List.of(withPerson, withBot, inSurvey);
        all.forEach(inEngine::comesToRest);
        var times = timers(withPerson);
        var survey = timers(inSurvey);

        otto.saves("human-escalation.bpmn", "name=\"Help the customer\"", "name=\"Help them\"");
        assertThat(all).noneMatch(inEngine::isOnLiveVersion);
        assertThat(otto.sees().path("versions"))
                .anyMatch(on -> on.path("version").asInt() < on.path("live").asInt());
        var tried = otto.tries(true);
        assertThat(tried.path("moved").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(all).noneMatch(inEngine::isOnLiveVersion);

        var moved = otto.tries(false);

        assertThat(moved.path("moved")).isEqualTo(tried.path("moved"));
        assertThat(moved.path("startedBy").asText()).isEqualTo("otto");
        assertThat(moved.path("left").asInt()).isZero();
        assertThat(all).allMatch(inEngine::isOnLiveVersion);
        assertThat(timers(withPerson)).isNotEmpty().isEqualTo(times);
        assertThat(timers(inSurvey)).isNotEmpty().isEqualTo(survey);

        anna.replies(anna.taskOf(withPerson.ticket()), "Here I am", "resolve");
        withPerson.isAskedForARating();
        withBot.says(answer, true);
        withBot.isAskedForARating();
        all.forEach(customer -> {
            customer.rates(5, "Thank you");
            customer.seesState("CLOSED");
        });
    }

    @Test
    void aTimeThatWasChangedCountsFromWhenTheWaitBegan() {
        var karla = CustomerInChat.writes(port, "en", REFUND);
        karla.hears("bot");
        inEngine.comesToRest(karla);
        var silence = timer(karla);
        otto.saves("bot-attempt.bpmn", ">PT24H<", ">PT30H<");

        assertThat(otto.plan().findValuesAsText("text"))
                .anyMatch(text -> text.startsWith("“24 hours of silence” has another time now"));
        otto.tries(false);

        var now = timer(karla);
        assertThat(inEngine.isOnLiveVersion(karla)).isTrue();
        assertThat(Duration.between(
                        silence.getDuedate().toInstant(), now.getDuedate().toInstant()))
                .isCloseTo(Duration.ofHours(6), Duration.ofSeconds(2));
        karla.asksForAPerson();
        karla.sees("QUEUE");
    }

    @Test
    void whereTheTicketStandsIsGoneSoItStaysAndGoesOnAsItBegan() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(karla.ticket());
        inEngine.comesToRest(karla);
        otto.saves("human-escalation.bpmn", "userTask_help", "userTask_assist");

        var plan = otto.plan();
        var stays = plan.path("versions").findParents("element").stream()
                .filter(stay -> stay.path("element").asText().equals("userTask_help"))
                .filter(stay -> stay.path("tickets").asInt() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(stays.path("why").asText()).isEqualTo("GONE");
        assertThat(stays.path("text").asText()).contains("“Help the customer” is no longer there");
        var moved = otto.tries(false);

        var result = Owner.of(moved.path("results"), "element", "userTask_help");
        assertThat(result.path("outcome").asText()).isEqualTo("GONE");
        // What the task was called there is a matter of the version; other stories' tickets stay on theirs, too.
        assertThat(result.path("text").asText())
                .endsWith("is no longer there: tickets that are at it stay on their version.");
        assertThat(result.path("example").asInt()).isPositive();
        assertThat(moved.path("failed").asInt()).isPositive();
        assertThat(inEngine.versions(karla)).hasSize(2).noneMatch(inEngine::isLive);
        assertThat(anna.replies(task, "Here I am", "resolve").status()).isEqualTo(200);
        karla.isAskedForARating();
    }

    @Test
    void aStepThatIsToBeDoneIsDoneOnTheNewVersion() {
        var karla = CustomerInChat.writes(port, "en", REFUND);
        karla.hears("bot");
        inEngine.comesToRest(karla);
        var jobs = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
        jobs.shutdown();
        try {
            karla.writes("human please");
            otto.saves("human-escalation.bpmn", "name=\"Help the customer\"", "name=\"Help them\"");
            otto.tries(false);
            assertThat(inEngine.isOnLiveVersion(karla)).isTrue();
        } finally {
            jobs.start();
        }
        karla.sees("QUEUE");
        AgentAtDesk.signsIn(port, "anna").taskOf(karla.ticket());
        assertThat(inEngine.isOnLiveVersion(karla)).isTrue();
    }

    @Test
    void itStopsGoesOnAndSurvivesARestart() {
        var some = new ArrayList<CustomerInChat>();
        for (int i = 0; i < 4; i++) some.add(CustomerInChat.writes(port, "en", REFUND));
        some.forEach(customer -> customer.hears("bot"));
        some.forEach(inEngine::comesToRest);
        otto.saves("human-escalation.bpmn", "name=\"Help the customer\"", "name=\"Help them\"");
        background.stop();

        var migration = otto.starts(false);
        assertThat(otto.asks("POST", "", Map.of("dryRun", true))).isEqualTo(409);
        assertThat(otto.asks("DELETE", "/" + migration + "/run", null)).isEqualTo(200);
        rollOut.goOn();
        assertThat(otto.looksAt(migration).path("state").asText()).isEqualTo("STOPPED");
        assertThat(otto.looksAt(migration).path("left").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(some).noneMatch(inEngine::isOnLiveVersion);
        assertThat(otto.asks("PUT", "/" + migration + "/run", null)).isEqualTo(200);
        assertThat(otto.looksAt(migration).path("moved").asInt()).isZero();

        background.start();

        var done = otto.awaits(migration);
        assertThat(done.path("moved").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(some).allMatch(inEngine::isOnLiveVersion);
        assertThat(otto.asks("PUT", "/" + migration + "/run", null)).isEqualTo(409);
    }

    @Test
    void aNewerVersionOvertakesARollOut() {
        otto.saves("human-escalation.bpmn", "name=\"Help the customer\"", "name=\"Help them\"");
        background.stop();
        var migration = otto.starts(false);
        otto.saves("human-escalation.bpmn", "name=\"Help them\"", "name=\"Help her or him\"");

        background.start();

        await().until(() -> otto.looksAt(migration).path("state").asText().equals("OVERTAKEN"));
    }

    @Test
    void customersWhoWriteMeanwhileLoseNothing() throws Exception {
        var some = new ArrayList<CustomerInChat>();
        for (int i = 0; i < 12; i++) some.add(CustomerInChat.writes(port, "en", REFUND));
        some.forEach(customer -> customer.hears("bot"));
        otto.saves("human-escalation.bpmn", "name=\"Help the customer\"", "name=\"Help them\"");
        var threads = Executors.newFixedThreadPool(4);
        try {
            var migration = otto.starts(false);
            var said = new ArrayList<Future<?>>();
            some.forEach(customer -> said.add(threads.submit(() -> {
                customer.writes("It is not there. Let me talk to a person");
            })));
            for (var each : said) each.get();
            var done = otto.awaits(migration);

            assertThat(done.path("failed").asInt()).isZero();
            some.forEach(customer -> customer.sees("QUEUE"));
            var anna = AgentAtDesk.signsIn(port, "anna");
            some.forEach(customer -> anna.taskOf(customer.ticket()));
            assertThat(some).allMatch(inEngine::isOnLiveVersion);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyOwnersDecideAndNobodyElsesPageCan() {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var here = "/api/processes/migrations";
        assertThat(anna.send("GET", here, null).status()).isEqualTo(403);
        assertThat(anna.send("POST", here, Map.of("dryRun", false)).status()).isEqualTo(403);
        assertThat(AgentAtDesk.signsIn(port, "otto").sendForged("POST", here).status())
                .isEqualTo(403);
        assertThat(otto.asks("POST", "", Map.of())).isEqualTo(400);
        assertThat(otto.asks("GET", "/" + UUID.randomUUID(), null)).isEqualTo(404);
        assertThat(otto.asks("DELETE", "/" + UUID.randomUUID() + "/run", null)).isEqualTo(404);
    }

    private Job timer(CustomerInChat customer) {
        return jobs(customer).get(0);
    }

    private Map<String, Date> timers(CustomerInChat customer) {
        return new TreeMap<>(jobs(customer).stream().collect(Collectors.toMap(Job::getId, Job::getDuedate)));
    }

    private List<Job> jobs(CustomerInChat customer) {
        return inEngine.processes(customer).stream()
                .flatMap(process ->
                        management.createJobQuery().processInstanceId(process.getId()).timers().list().stream())
                .toList();
    }
}
