package io.tandem.process.migration;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * What matters about an element when a ticket stands at it.
 *
 * @param kind its type, and what it waits for
 * @param around the id of what it stands in
 * @param time when its timer fires, as the diagram says it; empty if it has none
 * @param calls the process that it calls
 * @param waits whether tickets stop here
 * @param stops whether a step before or after it is a job of its own
 */
record Node(
        String id,
        @Nullable String label,
        String kind,
        String around,
        String time,
        @Nullable String calls,
        boolean waits,
        boolean stops) {

    static Node of(FlowNode node) {
        return new Node(
                node.getId(),
                node.getName(),
                kindOf(node),
                idOf(node.getParentElement()),
                timeOf(node),
                node instanceof CallActivity call ? call.getCalledElement() : null,
                isWait(node),
                isJob(node, "asyncBefore") || isJob(node, "asyncAfter"));
    }

    /** As it is written: the engine's own question is an error for gateways that wait for events. */
    private static boolean isJob(FlowNode node, String attribute) {
        return "true".equals(node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute));
    }

    private static String kindOf(FlowNode node) {
        var events = node instanceof CatchEvent event
                ? event.getEventDefinitions().stream()
                        .map(definition -> definition.getElementType().getTypeName())
                        .collect(Collectors.joining("+", ":", ""))
                : "";
        return node.getElementType().getTypeName() + events;
    }

    private static String idOf(@Nullable ModelElementInstance around) {
        return around == null ? "" : around.getAttributeValue("id");
    }

    private static String timeOf(FlowNode node) {
        if (!(node instanceof CatchEvent event)) return "";
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .flatMap(timer -> timer.getDomElement().getChildElements().stream())
                .map(time -> time.getLocalName() + " " + time.getTextContent().strip())
                .collect(Collectors.joining());
    }

    /** Behind an event-based gateway it is the gateway at which a ticket stands. */
    private static boolean isWait(FlowNode node) {
        if (node instanceof IntermediateCatchEvent) {
            return node.getPreviousNodes().list().stream().noneMatch(EventBasedGateway.class::isInstance);
        }
        return node instanceof UserTask
                || node instanceof CallActivity
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof SubProcess;
    }

    /**
     * Why a ticket that stands here cannot go on there.
     *
     * @param then the element of the same id in the new version, if there is one
     * @param mapped whether the engine takes the two for equal
     */
    Optional<Outcome> obstacle(@Nullable Node then, boolean mapped) {
        if (!waits && !stops) return Optional.empty();
        if (then == null) return Optional.of(Outcome.GONE);
        if (!kind.equals(then.kind)) return Optional.of(Outcome.OTHER_KIND);
        if (!around.equals(then.around)) return Optional.of(Outcome.OTHER_PLACE);
        if (calls != null && !calls.equals(then.calls)) return Optional.of(Outcome.OTHER_CALL);
        if (stops && !then.stops) return waits ? Optional.empty() : Optional.of(Outcome.NO_STOP);
        return mapped ? Optional.empty() : Optional.of(Outcome.OTHER_PLACE);
    }

    boolean isTimedOtherwise(@Nullable Node then) {
        return then != null && !time.isEmpty() && !time.equals(then.time);
    }
}
