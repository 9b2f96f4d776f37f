package io.tandem.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operators see in Cockpit: something on a ticket that does not go on by itself. */
@Component
public class Incidents {

    private final RuntimeService runtime;

    Incidents(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * Raises an incident on the ticket's process.
     *
     * @param about the id of what it is about
     * @return the incident's id; none if no process runs for the ticket any more
     */
    public Optional<String> raise(UUID ticket, String kind, String about, String what) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.toString())
                .processDefinitionKeyNotIn(ColleagueTasks.PROCESS)
                .rootProcessInstances()
                .list()
                .stream()
                .findFirst()
                .flatMap(instance -> standing(runtime.getActivityInstance(instance.getId())))
                .map(execution ->
                        runtime.createIncident(kind, execution, about, what).getId());
    }

    /** An execution that is at a step: the engine takes incidents for no other, and in most states the process itself is at none. */
    private static Optional<String> standing(@Nullable ActivityInstance at) {
        if (at == null) return Optional.empty();
        return Arrays.stream(at.getChildActivityInstances())
                .flatMap(step -> standing(step).stream())
                .findFirst()
                .or(() -> Arrays.stream(at.getChildTransitionInstances())
                        .map(TransitionInstance::getExecutionId)
                        .findFirst())
                .or(() -> Arrays.stream(at.getExecutionIds()).findFirst());
    }

    /** It is settled; one that went with its process is settled, too. */
    public void close(String incident) {
        var open = runtime.createIncidentQuery().incidentId(incident).singleResult();
        if (open != null) runtime.resolveIncident(incident);
    }
}
