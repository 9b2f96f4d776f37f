package io.tandem.process.migration;

import io.tandem.process.TicketProcess;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The processes with which new tickets begin: all of one deployment, since they go live together. */
@Component
class LiveModels {

    private final RepositoryService repository;

    LiveModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param definitions the engine's ids, by the names of the processes */
    record Live(String deployment, Map<String, String> definitions) {

        Collection<String> ids() {
            return definitions.values();
        }

        /** Empty if the process is no longer there. */
        Optional<String> of(String process) {
            return Optional.ofNullable(definitions.get(process));
        }
    }

    Live now() {
        var ticket = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TicketProcess.TICKET)
                .latestVersion()
                .singleResult();
        var all = repository
                .createProcessDefinitionQuery()
                .deploymentId(ticket.getDeploymentId())
                .list();
        return new Live(
                ticket.getDeploymentId(),
                all.stream()
                        .collect(Collectors.toUnmodifiableMap(ProcessDefinition::getKey, ProcessDefinition::getId)));
    }
}
