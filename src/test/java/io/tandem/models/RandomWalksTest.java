package io.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.managementService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.taskService;

import io.tandem.model.net.SeenStates;
import io.tandem.process.ProcessMessage;
import io.tandem.process.Variables;
import io.tandem.process.proof.OurWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets go their ways in the real engine as chance has it. They never come to where the proofs have not been. */
class RandomWalksTest {

    private static final int TICKETS = 40;
    private static final int STEPS = 60;
    private static final Stage STAGE = Stage.withoutCoverage("ticket", "random-walks");
    private static final Set<List<String>> GONE = new HashSet<>();
    private static Set<List<String>> seen = Set.of();

    private Random chance = new Random();

    @BeforeAll
    static void explore() {
        var ours = OurWorld.now();
        seen = SeenStates.of(ours.process("ticket"), ours.models(), ours.world());
    }

    @AfterAll
    static void theyGotAround() {
        assertThat(GONE).hasSizeGreaterThan(25);
    }

    @ParameterizedTest(name = "chance {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theEngineNeverComesToWhereTheProofsHaveNotBeen(int seed) {
        chance = new Random(seed);
        STAGE.open();
        stepsDoAsTheyLike();
        try {
            for (int ticket = 0; ticket < TICKETS; ticket++) walk();
        } finally {
            STAGE.close();
        }
    }

    private void walk() {
        STAGE.isAbout(java.util.UUID.randomUUID());
        runtimeService()
                .createMessageCorrelation(ProcessMessage.TICKET_OPENED.inModel())
                .processInstanceBusinessKey(STAGE.ticket())
                .setVariables(Variables.REOPENED.with(chance.nextInt(4) == 0))
                .correlateStartMessage();
        for (int step = 0; step < STEPS && isRunning(); step++) {
            var now = resting();
            GONE.add(now);
            assertThat(seen).as("states of the proofs").contains(now);
            somethingHappens();
        }
        runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(STAGE.ticket())
                .rootProcessInstances()
                .list()
                .forEach(left -> runtimeService().deleteProcessInstance(left.getId(), "enough"));
    }

    private static boolean isRunning() {
        return runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(STAGE.ticket())
                        .count()
                > 0;
    }

    private static List<String> resting() {
        var nodes = new ArrayList<String>();
        runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(STAGE.ticket())
                .list()
                .forEach(instance -> collect(runtimeService().getActivityInstance(instance.getId()), nodes));
        nodes.sort(null);
        return List.copyOf(nodes);
    }

    private static void collect(ActivityInstance tree, List<String> nodes) {
        for (var waiting : tree.getChildTransitionInstances()) nodes.add(waiting.getActivityId());
        for (var child : tree.getChildActivityInstances()) {
            var isLeaf =
                    child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0;
            if (isLeaf) nodes.add(child.getActivityId());
            else collect(child, nodes);
        }
    }

    private void somethingHappens() {
        switch (chance.nextInt(4)) {
            case 0 -> STAGE.happens(message());
            case 1 ->
                taskService().createTaskQuery().processInstanceBusinessKey(STAGE.ticket()).list().stream()
                        .findFirst()
                        .ifPresentOrElse(
                                task -> taskService()
                                        .complete(task.getId(), Map.of("action", any("reply", "resolve", "passOn"))),
                                this::aJobRuns);
            default -> aJobRuns();
        }
    }

    private ProcessMessage message() {
        var all = Stream.of(ProcessMessage.values())
                .filter(message -> message != ProcessMessage.TICKET_OPENED)
                .toList();
        var one = all.get(chance.nextInt(all.size()));
        // Mergers end everything: seldom.
        return one == ProcessMessage.TICKET_MERGED && chance.nextInt(5) > 0 ? ProcessMessage.CUSTOMER_WROTE : one;
    }

    private void aJobRuns() {
        var instances = runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(STAGE.ticket())
                .list();
        var jobs = instances.stream()
                .flatMap(instance ->
                        managementService().createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
        if (!jobs.isEmpty())
            managementService().executeJob(jobs.get(chance.nextInt(jobs.size())).getId());
    }

    private void stepsDoAsTheyLike() {
        STAGE.play("understandRequest", execution -> {
            Stage.understood(
                    execution,
                    chance.nextDouble(),
                    any("ANSWER", "SUGGEST", "OFF"),
                    any("CALM", "FURIOUS", "DISTRESSED"),
                    chance.nextInt(6) == 0);
            Variables.SMALL_TALK.set(execution, any("NONE", "NONE", "NONE", "GREETING", "THANKS"));
            Variables.ROUNDS.set(execution, chance.nextInt(4));
            if (chance.nextInt(10) == 0) throw new BpmnError(Variables.BOT_FAILED);
        });
        STAGE.play("findAnswer", execution -> {
            Stage.found(execution, chance.nextDouble(), chance.nextDouble());
            if (chance.nextInt(10) == 0) throw new BpmnError(Variables.BOT_FAILED);
        });
        for (var voice : List.of("sendAnswer", "askBack", "sendReply")) {
            STAGE.play(voice, execution -> Variables.CUSTOMER_WROTE.set(execution, chance.nextInt(4) == 0));
        }
        STAGE.play("lookUpLastSurvey", execution -> {
            Variables.RESOLUTION.set(execution, any("AGENT", "UNCONFIRMED", "WITHDRAWN"));
            Variables.HANDOVER.set(execution, chance.nextBoolean() ? null : any("MOOD", "AUTOMATIC"));
            Variables.DAYS_SINCE_ASKED.set(execution, chance.nextBoolean() ? null : chance.nextInt(20));
        });
        STAGE.play("recordRating", execution -> Variables.SCORE.set(execution, 1 + chance.nextInt(5)));
    }

    private String any(String... some) {
        return some[chance.nextInt(some.length)];
    }
}
