package io.tandem.process.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets the gate before the engine's own entrances. */
@Component
class GuardedEntrances extends AbstractProcessEnginePlugin {

    private final ObjectProvider<DeployedFiles> files;
    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<Versions> versions;

    GuardedEntrances(
            ObjectProvider<DeployedFiles> files,
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<Versions> versions) {
        this.files = files;
        this.engine = engine;
        this.versions = versions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                guarded(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                guarded(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> guarded(@Nullable List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>();
        all.add(new DeploymentEntrance(files));
        all.add(new DeletionGuard(engine, versions));
        if (others != null) all.addAll(others);
        return all;
    }
}
