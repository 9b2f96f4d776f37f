package io.tandem.process.gate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Nobody deletes models by which tickets run, or those that are live: with them the engine would delete the tickets'
 * processes, and every customer in them would wait for nobody.
 */
final class DeletionGuard extends CommandInterceptor {

    private static final CommandField DEPLOYMENT = CommandField.of(DeleteDeploymentCmd.class, "deploymentId");
    private static final CommandField IDS =
            CommandField.of(DeleteProcessDefinitionsByIdsCmd.class, "processDefinitionIds");
    private static final CommandField KEY =
            CommandField.of(DeleteProcessDefinitionsByKeyCmd.class, "processDefinitionKey");

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<Versions> versions;

    DeletionGuard(ObjectProvider<ProcessEngine> engine, ObjectProvider<Versions> versions) {
        this.engine = engine;
        this.versions = versions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeleteDeploymentCmd) {
            var deployment = (String) DEPLOYMENT.in(command);
            unseen(() -> check(definitions().deploymentId(deployment).list(), Set.of(deployment)));
        } else if (command instanceof DeleteProcessDefinitionsByIdsCmd) {
            unseen(() -> check(withIds((Collection<?>) IDS.in(command))));
        } else if (command instanceof DeleteProcessDefinitionsByKeyCmd) {
            var key = (String) KEY.in(command);
            unseen(() -> check(definitions().processDefinitionKey(key).list()));
        }
        return next.execute(command);
    }

    /** Whoever may delete may not see all tickets; they count all the same. */
    private void unseen(Runnable check) {
        next.execute(context -> context.runWithoutAuthorization(() -> {
            check.run();
            return true;
        }));
    }

    private void check(List<ProcessDefinition> definitions) {
        check(
                definitions,
                definitions.stream().map(ProcessDefinition::getDeploymentId).collect(Collectors.toSet()));
    }

    private void check(List<ProcessDefinition> definitions, Set<String> deployments) {
        if (isLive(deployments)) {
            throw new BadUserRequestException("These models are live. Take what you do not need out of the folder"
                    + " processes/, or go back to an earlier version, and delete them then.");
        }
        var running = definitions.stream().mapToLong(this::running).sum();
        if (running > 0) {
            throw new BadUserRequestException(
                    "%d processes still run by these models, and their customers would wait for nobody. Wait until they have ended, or move them to another version."
                            .formatted(running));
        }
    }

    private boolean isLive(Set<String> deployments) {
        return versions.stream()
                .flatMap(known -> known.live().flatMap(known::find).stream())
                .anyMatch(version -> deployments.contains(version.deployment()));
    }

    private long running(ProcessDefinition definition) {
        return engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .count();
    }

    private List<ProcessDefinition> withIds(Collection<?> ids) {
        if (ids.isEmpty()) return List.of();
        return definitions()
                .processDefinitionIdIn(ids.stream().map(String::valueOf).toArray(String[]::new))
                .list();
    }

    private ProcessDefinitionQuery definitions() {
        return engine.getObject().getRepositoryService().createProcessDefinitionQuery();
    }
}
