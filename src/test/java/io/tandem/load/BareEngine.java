package io.tandem.load;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * The engine alone, with its defaults (history: full), on the models of {@code processes/} and steps that do nothing
 * but set what the diagrams and tables read. No text is stored, read, answered or sent.
 */
final class BareEngine implements Contender {

    private final ProcessEngine engine;
    private final RestingJobs resting;
    private final Signals signals = new Signals();

    BareEngine(DataSource database) throws IOException {
        var configuration = (ProcessEngineConfigurationImpl) new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("bare")
                .setDataSource(database)
                .setDatabaseSchemaUpdate("true")
                // As its Spring Boot starter and its distributions have it.
                .setHistory("full")
                .setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>(EmptySteps.all(signals)));
        engine = configuration.buildProcessEngine();
        resting = new RestingJobs(engine.getTaskService(), engine.getManagementService());
        deploy();
    }

    private void deploy() throws IOException {
        var deployment = engine.getRepositoryService().createDeployment();
        try (var files = Files.list(Path.of("processes"))) {
            for (var file :
                    files.filter(f -> f.toString().matches(".*\\.(bpmn|dmn)")).toList()) {
                // A result is a list to an engine without our guards, which reads no property of one.
                var model = Files.readString(file).replace(".singleResult.", ".getSingleResult().");
                deployment.addString(file.getFileName().toString(), model);
            }
        }
        deployment.deploy();
    }

    @Override
    public String name() {
        return "bare engine";
    }

    @Override
    public void live(int number) throws InterruptedException {
        var ticket = (Contender.needsPerson(number) ? EmptySteps.FOR_PERSON : "") + UUID.randomUUID();
        engine.getRuntimeService()
                .createMessageCorrelation("ticket-opened")
                .processInstanceBusinessKey(ticket)
                .setVariable("reopened", false)
                .correlateStartMessage();
        signals.await(ticket, "sendAnswer", 1);
        if (Contender.needsPerson(number)) {
            isHelpedByPerson(ticket);
        } else {
            tell(ticket, "answer-helped");
        }
        signals.await(ticket, "askForRating", 1);
        tell(ticket, "rated");
        signals.await(ticket, "closeTicket", 1);
        signals.forget(ticket);
    }

    private void isHelpedByPerson(String ticket) throws InterruptedException {
        tell(ticket, "customer-wrote");
        signals.await(ticket, "tellCustomer", 1);
        var tasks = engine.getTaskService();
        var task = tasks.createTaskQuery().processInstanceBusinessKey(ticket).singleResult();
        resting.await(task.getId());
        tasks.claim(task.getId(), "anna");
        tasks.complete(task.getId(), Map.of("action", "resolve", "agent", "anna", "seen", 4));
    }

    private void tell(String ticket, String message) {
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ticket)
                .correlate();
    }

    private static JobExecutor jobs(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Override
    public void rest() {
        jobs(engine).shutdown();
    }

    @Override
    public void goOn() {
        jobs(engine).start();
    }

    @Override
    public void close() {
        engine.close();
        if (engine.getProcessEngineConfiguration().getDataSource() instanceof HikariDataSource pool) pool.close();
    }
}
