package io.tandem.process;

import io.tandem.process.Diagram.Kind;
import io.tandem.process.Diagram.Step;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The processes that the engine has, in every version: a version never changes, so each is read once. */
@Component
public class Diagrams {

    private final RepositoryService repository;
    private final Map<String, Diagram> read = new ConcurrentHashMap<>();

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The version of each process with which new tickets begin. */
    public List<Diagram> live() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    /** @param id the engine's name for the version, which may be gone by now */
    public Optional<Diagram> of(String id) {
        var known = read.get(id);
        if (known != null) return Optional.of(known);
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .singleResult())
                .map(this::read);
    }

    private Diagram read(ProcessDefinition definition) {
        return read.computeIfAbsent(
                definition.getId(),
                id -> new Diagram(id, definition.getKey(), nameOf(definition), definition.getVersion(), stepsOf(id)));
    }

    private static String nameOf(ProcessDefinition definition) {
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    private Map<String, Step> stepsOf(String id) {
        Collection<FlowNode> nodes = repository.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class);
        return nodes.stream().map(Diagrams::step).collect(Collectors.toUnmodifiableMap(Step::id, Function.identity()));
    }

    private static Step step(FlowNode node) {
        return new Step(
                node.getId(),
                kindOf(node),
                node.getOutgoing().stream()
                        .map(SequenceFlow::getTarget)
                        .map(FlowNode::getId)
                        .toList(),
                node.getParentElement() instanceof SubProcess around ? around.getId() : null,
                node instanceof BoundaryEvent event && event.cancelActivity()
                        ? event.getAttachedTo().getId()
                        : null,
                node instanceof CallActivity call ? call.getCalledElement() : null,
                waitsForMessage(node));
    }

    private static Kind kindOf(FlowNode node) {
        if (node instanceof UserTask) return Kind.USER_TASK;
        if (node instanceof CallActivity) return Kind.CALL;
        if (node instanceof ParallelGateway || node instanceof InclusiveGateway) return Kind.PARALLEL;
        if (node instanceof EventBasedGateway) return Kind.EVENT_GATEWAY;
        if (node instanceof SubProcess) return Kind.SUBPROCESS;
        return node instanceof StartEvent start && start.isInterrupting() && isEventSubprocess(node.getParentElement())
                ? Kind.EVENT_START
                : Kind.OTHER;
    }

    private static boolean isEventSubprocess(@Nullable Object around) {
        return around instanceof SubProcess process && process.triggeredByEvent();
    }

    private static boolean waitsForMessage(FlowNode node) {
        return node instanceof ReceiveTask
                || (node instanceof CatchEvent event
                        && event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance));
    }
}
