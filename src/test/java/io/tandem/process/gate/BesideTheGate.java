package io.tandem.process.gate;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Brings small models to the engine that no owner would draw, for tests of the engine's rights. Only tests can. */
public final class BesideTheGate {

    private final ProcessEngineConfigurationImpl configuration;

    public BesideTheGate(ProcessEngine engine) {
        configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** @return the deployment's id */
    public String deploy(String file, String model) {
        var builder = (DeploymentBuilderImpl)
                configuration.getRepositoryService().createDeployment().addString(file, model);
        return execute(new JudgedDeployment(builder)).getId();
    }

    public void delete(String deployment) {
        execute(new DeleteDeploymentCmd(deployment, true, true, true));
    }

    private <T> T execute(Command<T> command) {
        return afterTheGate().execute(command);
    }

    private CommandInterceptor afterTheGate() {
        List<CommandInterceptor> all = configuration.getCommandInterceptorsTxRequired();
        return all.stream()
                .filter(interceptor -> !interceptor.getClass().getName().startsWith("io.tandem"))
                .findFirst()
                .orElseThrow();
    }
}
