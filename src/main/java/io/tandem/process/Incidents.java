package io.tandem.process;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
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
                .map(instance -> runtime.createIncident(kind, instance.getId(), about, what)
                        .getId());
    }

    /** It is settled; one that went with its process is settled, too. */
    public void close(String incident) {
        var open = runtime.createIncidentQuery().incidentId(incident).singleResult();
        if (open != null) runtime.resolveIncident(incident);
    }
}
