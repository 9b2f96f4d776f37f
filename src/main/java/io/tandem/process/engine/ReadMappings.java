package io.tandem.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets go of the XML from which the engine's SQL statements were made: MyBatis would keep all of it, 17 MB, for files that
 * may include each other and are yet to be read. The engine reads all of its files before it is built.
 */
@Component
final class ReadMappings extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var mappings = configuration.getSqlSessionFactory().getConfiguration();
        if (mappings.getIncompleteStatements().isEmpty())
            mappings.getSqlFragments().clear();
    }
}
