package io.tandem.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators see in Cockpit: something on a ticket that does not go on by itself. */
@Component
public class Incidents {

    private final RuntimeService runtime;
    private final JdbcClient sql;

    Incidents(RuntimeService runtime, JdbcClient sql) {
        this.runtime = runtime;
        this.sql = sql;
    }

    /** @param at the execution at whose step it stands: the engine drops the incident with it */
    public record Raised(String id, String at) {}

    /**
     * Raises an incident on the ticket's process, in the caller's transaction.
     *
     * @param about the id of what it is about
     * @return none if no process runs for the ticket any more
     */
    public Optional<Raised> raise(UUID ticket, String kind, String about, String what) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.toString())
                .processDefinitionKeyNotIn(ColleagueTasks.PROCESS)
                .rootProcessInstances()
                .list()
                .stream()
                .findFirst()
                .flatMap(instance -> placeIn(runtime.getActivityInstance(instance.getId())))
                .map(execution -> {
                    expectIncident(execution);
                    return new Raised(
                            runtime.createIncident(kind, execution, about, what).getId(), execution);
                });
    }

    /**
     * The engine keeps at the execution whether it has incidents, and looks for none where it has none. Who settled one at
     * this very moment would keep that there are none, and the ticket could never leave the step: a foreign key would hold
     * it. With a new revision, only one of both changes the execution, and the other is tried again.
     */
    private void expectIncident(String execution) {
        sql.sql("update act_ru_execution set rev_ = rev_ + 1 where id_ = ?")
                .param(execution)
                .update();
    }

    /** Where the process is now: the engine ties an incident to a step. */
    private static Optional<String> placeIn(@Nullable ActivityInstance process) {
        if (process == null) return Optional.empty();
        var steps = Arrays.stream(process.getChildActivityInstances()).map(step -> step.getExecutionIds()[0]);
        var jobs = Arrays.stream(process.getChildTransitionInstances()).map(TransitionInstance::getExecutionId);
        return Stream.concat(steps, jobs).findFirst();
    }

    /** It is settled; one that went with its process is settled, too. */
    public void close(String incident) {
        var open = runtime.createIncidentQuery().incidentId(incident).singleResult();
        if (open != null) runtime.resolveIncident(incident);
    }
}
