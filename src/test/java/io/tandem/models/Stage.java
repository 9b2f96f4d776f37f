package io.tandem.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.managementService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import io.tandem.process.ProcessMessage;
import io.tandem.process.Variables;
import io.tandem.process.engine.EngineGuards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.jspecify.annotations.Nullable;

/**
 * A plain engine with the real models, tables and guards, on which a test plays what the steps find out. The job
 * executor is off: a test reads as the trace of a ticket.
 */
final class Stage {

    static final Path PROCESSES = Path.of("processes");
    static final List<String> MODELS =
            List.of("ticket", "bot-attempt", "human-escalation", "satisfaction-survey", "ask-colleague");

    private static final Pattern DELEGATE = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

    private final Map<String, JavaDelegate> played = new HashMap<>();
    private final String model;
    private final @Nullable ProcessEngineCoverageExtension extension;
    private final @Nullable ProcessEngine engine;
    private String ticket = UUID.randomUUID().toString();

    /** Every node and every flow of the model must be gone through, or the test class fails. */
    Stage(String model) {
        this.model = model;
        var others = MODELS.stream().filter(other -> !other.equals(model)).toArray(String[]::new);
        var configuration = engine(model);
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
        this.extension = ProcessEngineCoverageExtension.builder(configuration)
                .excludeProcessDefinitionKeys(others)
                .assertClassCoverageAtLeast(1.0)
                .build();
        this.engine = null;
    }

    private Stage(String model, String name) {
        this.model = model;
        this.extension = null;
        this.engine = engine(name).buildProcessEngine();
    }

    /** For a play that tells one side of a model and goes not everywhere. */
    static Stage withoutCoverage(String model, String name) {
        return new Stage(model, name);
    }

    ProcessEngineCoverageExtension extension() {
        return Objects.requireNonNull(extension);
    }

    ProcessEngine engine() {
        return engine == null ? extension().getProcessEngine() : engine;
    }

    /** The play is about a ticket that somebody else has opened. */
    void isAbout(UUID ticket) {
        this.ticket = ticket.toString();
    }

    String ticket() {
        return ticket;
    }

    private ProcessEngineConfigurationImpl engine(String name) {
        var beans = new HashMap<String, JavaDelegate>();
        delegateNames()
                .forEach(delegate -> beans.put(
                        delegate,
                        execution ->
                                played.getOrDefault(delegate, nothing -> {}).execute(execution)));
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new EngineGuards(beans));
        return configuration;
    }

    private static TreeSet<String> delegateNames() {
        var names = new TreeSet<String>();
        MODELS.forEach(model -> DELEGATE.matcher(read(PROCESSES.resolve(model + ".bpmn")))
                .results()
                .forEach(found -> names.add(found.group(1))));
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fresh play: models deployed, every step does what it does on a good day. */
    void open() {
        open(UnaryOperator.identity());
    }

    /** @param serviceLevel what an owner has changed in that table */
    void open(UnaryOperator<String> serviceLevel) {
        played.clear();
        init(engine());
        var deployment = repositoryService().createDeployment();
        MODELS.forEach(name -> deployment.addString(name + ".bpmn", read(PROCESSES.resolve(name + ".bpmn"))));
        deployment.addString("service-level.dmn", serviceLevel.apply(read(PROCESSES.resolve("service-level.dmn"))));
        for (var table : List.of("who-helps", "survey")) {
            deployment.addString(table + ".dmn", read(PROCESSES.resolve(table + ".dmn")));
        }
        deployment.addString("forms/help.html", "<form></form>");
        deployment.addString("forms/colleague.html", "<form></form>");
        deployment.deploy();
        play("understandRequest", execution -> understood(execution, 0.9, "ANSWER", "CALM", false));
        play("findAnswer", execution -> found(execution, 0.9, 0));
        play("sendAnswer", execution -> Variables.CUSTOMER_WROTE.set(execution, false));
        play("askBack", execution -> Variables.CUSTOMER_WROTE.set(execution, false));
        play("handOver", execution -> {
            Variables.CHANNEL.set(execution, "web");
            Variables.AGENT.set(execution, null);
        });
        play("startClock", Stage::startClock);
        play("sendReply", execution -> Variables.CUSTOMER_WROTE.set(execution, false));
        play("lookUpLastSurvey", execution -> {
            Variables.RESOLUTION.set(execution, "AGENT");
            Variables.HANDOVER.set(execution, null);
            Variables.DAYS_SINCE_ASKED.set(execution, null);
        });
        play("recordRating", execution -> Variables.SCORE.set(execution, 5));
    }

    void close() {
        repositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> repositoryService().deleteDeployment(deployment.getId(), true));
    }

    void play(String delegate, JavaDelegate step) {
        played.put(delegate, step);
    }

    static void understood(
            DelegateExecution execution, double confidence, String autonomy, String mood, boolean wantsHuman) {
        Variables.LANGUAGE.set(execution, "en");
        Variables.TOPIC.set(execution, "refund-status");
        Variables.CONFIDENCE.set(execution, confidence);
        Variables.AUTONOMY.set(execution, autonomy);
        Variables.MOOD.set(execution, mood);
        Variables.WANTS_HUMAN.set(execution, wantsHuman);
        Variables.ROUNDS.set(execution, 0);
        Variables.EITHER.set(execution, 0.0);
        Variables.SMALL_TALK.set(execution, "NONE");
        Variables.SMALL_TALKS.set(execution, 0);
        Variables.ASKED_BACK.set(execution, false);
    }

    static void found(DelegateExecution execution, double confidence, double either) {
        Variables.CONFIDENCE.set(execution, confidence);
        Variables.EITHER.set(execution, either);
    }

    static JavaDelegate brokenBot() {
        return execution -> {
            throw new BpmnError(Variables.BOT_FAILED);
        };
    }

    private static void startClock(DelegateExecution execution) {
        var now = Instant.now();
        Variables.WARN_AT.set(execution, Date.from(now.plusSeconds(3600)));
        Variables.ANSWER_DUE_AT.set(execution, Date.from(now.plusSeconds(7200)));
        Variables.RESOLVE_WARN_AT.set(execution, Date.from(now.plusSeconds(36_000)));
        Variables.RESOLVE_DUE_AT.set(execution, Date.from(now.plusSeconds(72_000)));
        Variables.DUE_AT.set(execution, Date.from(now.plusSeconds(7200)));
    }

    ProcessInstance start(Map<String, Object> variables) {
        return runtimeService().startProcessInstanceByKey(model, ticket, variables);
    }

    /** What happens to the ticket from outside. */
    void happens(ProcessMessage message) {
        happens(message, message.variables());
    }

    void happens(ProcessMessage message, Map<String, Object> variables) {
        runtimeService()
                .createMessageCorrelation(message.inModel())
                .processInstanceBusinessKey(ticket)
                .setVariables(variables)
                .correlateAll();
    }

    ProcessInstance opened() {
        return runtimeService()
                .createMessageCorrelation(ProcessMessage.TICKET_OPENED.inModel())
                .processInstanceBusinessKey(ticket)
                .setVariables(Variables.REOPENED.with(false))
                .correlateStartMessage();
    }

    /** The one process of this model that runs for the ticket. */
    ProcessInstance running(String called) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(called)
                .processInstanceBusinessKey(ticket)
                .singleResult();
    }

    /** The job that waits at this element: a step of its own, or a timer. */
    void executeJob(String element) {
        var job = managementService().createJobQuery().activityId(element).singleResult();
        if (job == null) throw new AssertionError("No job waits at " + element + ", but at " + waitingJobs());
        managementService().executeJob(job.getId());
    }

    private static List<String> waitingJobs() {
        return managementService().createJobQuery().list().stream()
                .map(job -> managementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    void fireTimer(String element) {
        executeJob(element);
    }
}
