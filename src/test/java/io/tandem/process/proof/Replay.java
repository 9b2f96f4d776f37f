package io.tandem.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Snapshot;
import io.tandem.model.diagram.Kind;
import io.tandem.model.net.Occurrence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/**
 * Goes a way in the real engine: steps and gateways do what the way says, and everything else is the engine's. If the
 * engine wants to go elsewhere, or cannot go on, the replay fails.
 */
final class Replay implements AutoCloseable {

    private final ProcessEngine engine;
    private final Way way;
    private final String deployment;
    private final String ticket = UUID.randomUUID().toString();

    /** An engine on which one way after the other can be gone. */
    record Stage(ProcessEngine engine, Way way) implements AutoCloseable {

        static Stage open() {
            var way = new Way();
            var configuration = new StandaloneInMemProcessEngineConfiguration();
            configuration.setProcessEngineName("replay");
            configuration.setJdbcUrl("jdbc:h2:mem:replay");
            configuration.setDatabaseSchemaUpdate("create-drop");
            configuration.setJobExecutorActivate(false);
            configuration.setBeans(new HashMap<>(Map.of("way", way)));
            return new Stage(configuration.buildProcessEngine(), way);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    Replay(Stage stage, Snapshot folder) {
        engine = stage.engine();
        way = stage.way();
        way.ahead.clear();
        var models = engine.getRepositoryService().createDeployment();
        folder.ending(".bpmn")
                .forEach((file, bytes) -> models.addString(file, led(new String(bytes, StandardCharsets.UTF_8))));
        deployment = models.deploy().getId();
    }

    /** The same diagram, in which the way decides instead of steps, tables and conditions. */
    private static String led(String xml) {
        return xml.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceAll(
                        "<bpmn:businessRuleTask ([^>]*?)camunda:decisionRef=\"[^\"]*\" camunda:decisionRefBinding=\"deployment\"",
                        "<bpmn:serviceTask $1camunda:delegateExpression=\"\\${way}\"")
                .replace("</bpmn:businessRuleTask>", "</bpmn:serviceTask>")
                .replaceAll("camunda:delegateExpression=\"[^\"]*\"", "camunda:delegateExpression=\"\\${way}\"")
                .replaceAll("(?s)<camunda:(inputOutput)>.*?</camunda:\\1>", "")
                .replaceAll("<camunda:in source[^>]*/>|<camunda:out [^>]*/>", "")
                .replaceAll("camunda:(assignee|candidateGroups|dueDate|priority|formKey)=\"[^\"]*\"", "")
                .replaceAll("(?s)(<bpmn:time\\w+ [^>]*>)\\$\\{[^<]*", "$12030-01-01T00:00:00")
                .replaceAll(
                        "(?s)(<bpmn:sequenceFlow id=\"(\\w+)\"[^>]*>\\s*<bpmn:conditionExpression [^>]*>)[^<]*",
                        "$1\\${way.takes('$2')}");
    }

    void go(List<Occurrence> occurrences) {
        way.ahead.addAll(occurrences.stream().filter(what -> !isSilent(what)).toList());
        while (!way.ahead.isEmpty()) {
            way.skipDefaults();
            if (way.ahead.isEmpty()) return;
            int before = way.ahead.size();
            next(way.ahead.peek());
            way.skipDefaults();
            assertThat(way.ahead.size())
                    .as("the engine goes on with " + told(way.ahead.peek()))
                    .isLessThan(before);
        }
    }

    private static String told(@org.jspecify.annotations.Nullable Occurrence what) {
        return what == null ? "nothing" : what.kind() + " " + what.node().id();
    }

    private static boolean isSilent(Occurrence what) {
        return switch (what.kind()) {
            case PASSED, STARTED, ENDED, WISHED -> true;
            case DONE -> what.node().kind() == Kind.THROW;
            default -> false;
        };
    }

    private void next(Occurrence what) {
        var node = what.node();
        switch (what.kind()) {
            case BEGINS -> {
                way.ahead.remove();
                begin(what);
            }
            case MESSAGE -> {
                way.ahead.remove();
                engine.getRuntimeService()
                        .createMessageCorrelation(String.valueOf(node.trigger().name()))
                        .processInstanceBusinessKey(ticket)
                        .correlateAll();
            }
            case TIME, JOB -> {
                way.ahead.remove();
                execute(node.id());
            }
            default -> {
                if (node.kind() == Kind.PERSON) {
                    way.ahead.remove();
                    var task = engine.getTaskService()
                            .createTaskQuery()
                            .taskDefinitionKey(node.id())
                            .list()
                            .get(0);
                    engine.getTaskService().complete(task.getId());
                } else {
                    execute(node.id());
                }
            }
        }
    }

    private void begin(Occurrence what) {
        var runtime = engine.getRuntimeService();
        var message = what.node().trigger().name();
        var process = what.file().replace(".bpmn", "");
        if (message != null)
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(ticket)
                    .correlateStartMessage();
        else if (what.node().kind() == Kind.START) runtime.startProcessInstanceByKey(process, ticket);
        else
            runtime.createProcessInstanceByKey(process)
                    .businessKey(ticket)
                    .startBeforeActivity(what.node().id())
                    .execute();
    }

    private void execute(String activity) {
        var jobs = engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .list();
        assertThat(jobs).as("a job that goes on at " + activity).isNotEmpty();
        engine.getManagementService().executeJob(jobs.get(0).getId());
    }

    boolean isOver() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(ticket)
                        .count()
                == 0;
    }

    @Override
    public void close() {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    }

    /** What is still to come; steps and gateways take from it. */
    public static final class Way implements JavaDelegate {

        private final Deque<Occurrence> ahead = new ArrayDeque<>();

        @Override
        public void execute(DelegateExecution execution) {
            skipDefaults();
            // Behind the end of the way the engine goes on as far as it likes.
            if (ahead.isEmpty()) return;
            var expected = ahead.remove();
            assertThat(execution.getCurrentActivityId())
                    .isEqualTo(expected.node().id());
            if (expected.kind() == Occurrence.Kind.FAILED)
                throw new BpmnError(expected.details().get("code"));
        }

        public boolean takes(String flow) {
            while (isDefaultOfGatewayBefore(flow)) ahead.remove();
            var next = ahead.peek();
            if (next == null || next.flow() == null || !next.flow().id().equals(flow)) return false;
            ahead.remove();
            return true;
        }

        private boolean isDefaultOfGatewayBefore(String flow) {
            return isDefault() && !ahead.element().node().outgoing().contains(flow);
        }

        /** The engine takes them without asking. */
        private void skipDefaults() {
            while (isDefault()) ahead.remove();
        }

        private boolean isDefault() {
            var next = ahead.peek();
            return next != null
                    && next.flow() != null
                    && (next.flow().isDefault() || next.node().outgoing().size() == 1);
        }
    }
}
