package io.tandem.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a new version may bring, and where tickets may stand when it comes. */
@TandemRuns
class MovedAsAWholeTest {

    private static final String REFUND = "When do I get my refund?";
    private static final String MODEL = "human-escalation.bpmn";

    private static final String ADDED_TASK = """
            <bpmn:serviceTask id="serviceTask_added" name="Write the brief anew" camunda:delegateExpression="${writeBrief}">
              <bpmn:incoming>flow_help_to_nextStep</bpmn:incoming>
              <bpmn:outgoing>flow_added</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="flow_help_to_nextStep" sourceRef="userTask_help" targetRef="serviceTask_added" />
            <bpmn:sequenceFlow id="flow_added" sourceRef="serviceTask_added" targetRef="gateway_nextStep" />
            """;

    private static final String ADDED_SHAPES = """
            <bpmndi:BPMNShape id="shape_added" bpmnElement="serviceTask_added">
              <dc:Bounds x="1000" y="900" width="120" height="80" />
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="edge_added" bpmnElement="flow_added">
              <di:waypoint x="1120" y="940" />
              <di:waypoint x="1200" y="940" />
            </bpmndi:BPMNEdge>
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext tandem;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    private Owner otto;
    private InEngine inEngine;

    @BeforeEach
    void ottoSignsIn() {
        otto = new Owner(port, tandem);
        inEngine = new InEngine(tandem);
    }

    @AfterEach
    void allIsAsItWas() {
        otto.takesItBack();
    }

    @Test
    void aTaskThatWasAddedIsDoneByTicketsThatHadBegunWithoutIt() {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var karla = CustomerInChat.writes(port, "en", "human please");
        var task = anna.taskOf(karla.ticket());
        var emil = CustomerInChat.writes(port, "en", REFUND);
        emil.hears("bot");
        List.of(karla, emil).forEach(inEngine::comesToRest);
        addsATask();

        assertThat(otto.tries(false).path("moved").asInt()).isGreaterThanOrEqualTo(2);
        anna.replies(task, "Here I am", "resolve");
        karla.isAskedForARating();
        emil.asksForAPerson();
        anna.replies(anna.taskOf(emil.ticket()), "Here I am", "resolve");
        emil.isAskedForARating();

        assertThat(List.of(karla, emil)).allSatisfy(customer -> {
            assertThat(timesAdded(customer)).isEqualTo(1);
            assertThat(inEngine.isOnLiveVersion(customer)).isTrue();
        });
    }

    private void addsATask() {
        otto.edits(
                MODEL,
                "<bpmn:incoming>flow_help_to_nextStep</bpmn:incoming>",
                "<bpmn:incoming>flow_added</bpmn:incoming>");
        var old =
                "<bpmn:sequenceFlow id=\"flow_help_to_nextStep\" sourceRef=\"userTask_help\" targetRef=\"gateway_nextStep\" />";
        otto.edits(MODEL, old, ADDED_TASK);
        var firstShape = "<bpmndi:BPMNShape id=\"startEvent_personNeeded_di\"";
        otto.edits(MODEL, firstShape, ADDED_SHAPES + firstShape);
        otto.goesLive();
    }

    private long timesAdded(CustomerInChat customer) {
        return sql.sql(
                        "select count(*) from act_hi_actinst where act_id_ = 'serviceTask_added' and end_time_ is not null"
                                + " and proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = ?)")
                .param(customer.ticket().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void aTicketWhoseAgentAsksAColleagueIsOneTicketAndTheAnswerComes() {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var ben = AgentAtDesk.signsIn(port, "ben");
        var karla = CustomerInChat.writes(port, "en", "human please, my blender sings");
        var task = anna.taskOf(karla.ticket());
        inEngine.comesToRest(karla);
        var asked = Map.of("to", Map.of("user", "ben"), "text", "Do they all sing?", "id", UUID.randomUUID());
        assertThat(anna.act("POST", task, "/questions", asked).status()).isEqualTo(201);
        var question = colleagueTask("ben");
        otto.saves("ask-colleague.bpmn", "name=\"Answer a colleague\"", "name=\"Answer somebody\"");
        assertThat(inEngine.versions(karla)).hasSize(3).noneMatch(inEngine::isLive);

        var planned = otto.plan().path("tickets").asInt();
        var moved = otto.tries(false);

        assertThat(moved.path("moved").asInt() + moved.path("failed").asInt()).isEqualTo(planned);
        assertThat(inEngine.versions(karla)).hasSize(3).allMatch(inEngine::isLive);
        var answer = Map.of("text", "Yes, all of them", "id", UUID.randomUUID());
        assertThat(ben.act("POST", question, "/answer", answer).status()).isEqualTo(200);
        assertThat(colleagueTask("anna")).isNotEqualTo(question);
        anna.replies(task, "They all do", "resolve");
        karla.isAskedForARating();
        await().until(() -> inEngine.versions(karla).size() == 2);
        assertThat(inEngine.isOnLiveVersion(karla)).isTrue();
    }

    private String colleagueTask(String agent) {
        return await().until(
                        () -> sql.sql("select id_ from act_ru_task where assignee_ = ? and task_def_key_ in"
                                        + " ('userTask_answer', 'userTask_readOutcome') order by create_time_ desc")
                                .param(agent)
                                .query(String.class)
                                .list(),
                        tasks -> !tasks.isEmpty())
                .get(0);
    }

    @Test
    void whereAnotherProcessIsCalledNowTheTicketStaysAndOthersGetThere() {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var withPerson = CustomerInChat.writes(port, "en", "human please");
        var task = anna.taskOf(withPerson.ticket());
        var withBot = CustomerInChat.writes(port, "en", REFUND);
        withBot.hears("bot");
        List.of(withPerson, withBot).forEach(inEngine::comesToRest);
        var other = otto.reads(MODEL)
                .replace("process id=\"human-escalation\"", "process id=\"second-escalation\"")
                .replace("bpmnElement=\"human-escalation\"", "bpmnElement=\"second-escalation\"");
        otto.puts("second-escalation.bpmn", other);
        otto.edits(
                "ticket.bpmn",
                "name=\"Human escalation\" calledElement=\"human-escalation\"",
                "name=\"Human escalation\" calledElement=\"second-escalation\"");
        otto.goesLive();

        var moved = otto.tries(false);

        var stays = Owner.of(moved.path("results"), "outcome", "OTHER_CALL");
        assertThat(stays.path("element").asText()).isEqualTo("callActivity_humanEscalation");
        assertThat(stays.path("text").asText()).startsWith("“Human escalation” calls another process now");
        assertThat(inEngine.versions(withPerson)).noneMatch(inEngine::isLive);
        assertThat(inEngine.isOnLiveVersion(withBot)).isTrue();
        withBot.asksForAPerson();
        var second = anna.taskOf(withBot.ticket());
        assertThat(inEngine.versions(withBot)).anyMatch(version -> version.startsWith("second-escalation:"));
        anna.replies(second, "Here I am", "resolve");
        anna.replies(task, "Here I am", "resolve");
        withBot.isAskedForARating();
        withPerson.isAskedForARating();
    }

    @Test
    void itIsStoppedInTheMiddleAndGoesOnFromThere() {
        var all = IntStream.range(0, 4)
                .mapToObj(number -> CustomerInChat.writes(port, "en", REFUND))
                .toList();
        all.forEach(customer -> customer.hears("bot"));
        all.forEach(inEngine::comesToRest);
        otto.saves(MODEL, "name=\"Help the customer\"", "name=\"Help them\"");

        // Somebody is at work on the third one: the roll-out waits there.
        var migration = transaction.execute(status -> {
            sql.sql("select id from ticket where id = ? for update")
                    .param(all.get(2).ticket())
                    .query(UUID.class)
                    .single();
            var started = otto.starts(false);
            await().atMost(Duration.ofSeconds(8)).until(() -> inEngine.isOnLiveVersion(all.get(1)));
            assertThat(otto.asks("DELETE", "/" + started + "/run", null)).isEqualTo(200);
            return started;
        });

        var stopped = otto.looksAt(migration);
        assertThat(stopped.path("state").asText()).isEqualTo("STOPPED");
        assertThat(stopped.path("left").asInt()).isEqualTo(2);
        var before = stopped.path("moved").asInt();
        assertThat(before).isGreaterThanOrEqualTo(2);
        await().during(Duration.ofMillis(500)).until(() -> all.stream().skip(2).noneMatch(inEngine::isOnLiveVersion));
        assertThat(otto.asks("PUT", "/" + migration + "/run", null)).isEqualTo(200);
        assertThat(otto.awaits(migration).path("moved").asInt()).isEqualTo(before + 2);
        assertThat(all).allMatch(inEngine::isOnLiveVersion);
    }
}
