package io.tandem.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** An engine in memory, with or without the guards; with one step, {@code greet}. */
final class PlainEngine implements AutoCloseable {

    static final String CANARY = "tandem.test.canary";

    final ProcessEngine engine;

    private PlainEngine(String name, boolean guarded) {
        JavaDelegate greet = execution -> execution.setVariable("greeting", "hello");
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setHistory("full");
        configuration.setEnforceHistoryTimeToLive(false);
        if (guarded) configuration.getProcessEnginePlugins().add(new EngineGuards(Map.of("greet", greet)));
        System.clearProperty(CANARY);
        engine = configuration.buildProcessEngine();
    }

    static PlainEngine guarded() {
        return new PlainEngine("guarded", true);
    }

    static PlainEngine bare() {
        return new PlainEngine("bare", false);
    }

    DeploymentWithDefinitions deploy(String file, String content) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(file, content)
                .deployWithResult();
    }

    /** A process from start to end through this element, whose id is {@code step}. */
    DeploymentWithDefinitions deployProcess(String element) {
        return deploy("test.bpmn", process(element));
    }

    static String process(String element) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <bpmn:process id="test" isExecutable="true">
                    <bpmn:startEvent id="start" />
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="step" />
                    %s
                    <bpmn:sequenceFlow id="out" sourceRef="step" targetRef="end" />
                    <bpmn:endEvent id="end" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(element);
    }

    @Override
    public void close() {
        engine.close();
    }
}
