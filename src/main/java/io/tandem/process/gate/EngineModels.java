package io.tandem.process.gate;

import io.tandem.check.Snapshot;
import java.io.ByteArrayInputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;

/**
 * Brings models, tables and forms to the engine: all of them in one deployment, so that a process finds the tables and
 * forms that it was saved with.
 */
@Component
class EngineModels implements Models {

    static final String NAME = "processes";
    private static final Pattern FOR_THE_ENGINE = Pattern.compile("[^/]+\\.(bpmn|dmn)|forms/[^/]+");

    private final ProcessEngineImpl engine;

    EngineModels(ProcessEngine engine) {
        this.engine = (ProcessEngineImpl) engine;
    }

    @Override
    public DeploymentWithDefinitions deploy(Snapshot before, Snapshot after) {
        var models = models(after);
        var builder = (DeploymentBuilderImpl) engine.getRepositoryService().createDeployment();
        builder.name(NAME).source(NAME);
        models.files().forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
        if (before.files().isEmpty() || Changes.between(models(before), models).isNone()) {
            builder.enableDuplicateFiltering(false);
        }
        try {
            return engine.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(new JudgedDeployment(builder));
        } catch (OptimisticLockingException somebodyWasFaster) {
            throw somebodyWasFaster;
        } catch (ProcessEngineException refused) {
            throw new NotTaken(new EngineFindings(models).of(refused), refused);
        }
    }

    private static Snapshot models(Snapshot all) {
        SortedMap<String, byte[]> models = new TreeMap<>(all.files());
        models.keySet().removeIf(name -> !FOR_THE_ENGINE.matcher(name).matches());
        return new Snapshot(models);
    }
}
