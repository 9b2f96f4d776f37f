package io.tandem.process.gate;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Brings every deployment to the gate, whether it comes by REST, by Camunda Modeler or by the Java API: laid over what is
 * live, all of it is judged like a save, and the engine gets all of it.
 */
final class DeploymentEntrance extends CommandInterceptor {

    private static final CommandField BUILDER = CommandField.of(DeployCmd.class, "deploymentBuilder");

    private final ObjectProvider<DeployedFiles> files;

    DeploymentEntrance(ObjectProvider<DeployedFiles> files) {
        this.files = files;
    }

    @Override
    @SuppressWarnings("unchecked") // The result of this command is a deployment.
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd) || command instanceof JudgedDeployment) return next.execute(command);
        return (T) deploy((DeploymentBuilderImpl) BUILDER.in(command));
    }

    private DeploymentWithDefinitions deploy(DeploymentBuilderImpl wanted) {
        // Whoever may not deploy hears that, and nothing about the files.
        Map<String, byte[]> brought = next.execute(new FilesOf(wanted)::read);
        return files.getObject().pass(brought, wanted);
    }
}
