package io.tandem.process.migration;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** What lies between two versions of a process. Versions never change, so each pair is compared once. */
@Component
class VersionChanges {

    /** Of the pairs that nobody asks for any more; a pair is compared anew in no time. */
    private static final int MOST_KEPT = 200;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Map<Pair, VersionChange> known = new ConcurrentHashMap<>();

    VersionChanges(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    private record Pair(String from, String to) {}

    /** @param from the engine's id of the version, as is the other one */
    VersionChange between(String from, String to) {
        if (known.size() > MOST_KEPT) known.clear();
        return known.computeIfAbsent(new Pair(from, to), pair -> compare(from, to));
    }

    private VersionChange compare(String from, String to) {
        var before = nodes(from);
        var after = nodes(to);
        var equal = runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
        var mapped = equal.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        var obstacles = new TreeMap<String, Stay>();
        before.forEach((id, node) -> node.obstacle(after.get(id), mapped.contains(id))
                .ifPresent(why -> obstacles.put(id, Stay.at(why, id, node.label()))));
        return new VersionChange(
                keepingTimes(equal, before),
                obstacles,
                before.entrySet().stream()
                        .filter(node -> mapped.contains(node.getKey()))
                        .filter(node -> node.getValue().isTimedOtherwise(after.get(node.getKey())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()),
                labels(before.values()));
    }

    /**
     * With its triggers updated a timer would begin anew at the moment of the move: a customer who was silent for six of
     * seven days would have to be silent for seven more.
     */
    private MigrationPlan keepingTimes(MigrationPlan equal, Map<String, Node> nodes) {
        var plan =
                runtime.createMigrationPlan(equal.getSourceProcessDefinitionId(), equal.getTargetProcessDefinitionId());
        for (var instruction : equal.getInstructions()) {
            var mapping = plan.mapActivities(instruction.getSourceActivityId(), instruction.getTargetActivityId());
            var node = nodes.get(instruction.getSourceActivityId());
            if (instruction.isUpdateEventTrigger()
                    && node != null
                    && node.time().isEmpty()) {
                mapping.updateEventTrigger();
            }
        }
        return plan.build();
    }

    private Map<String, Node> nodes(String definition) {
        Collection<FlowNode> all = repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class);
        return all.stream().collect(Collectors.toMap(FlowNode::getId, Node::of));
    }

    private static Map<String, String> labels(Collection<Node> nodes) {
        var labels = new HashMap<String, String>();
        for (var node : nodes) if (node.label() != null) labels.put(node.id(), node.label());
        return labels;
    }
}
