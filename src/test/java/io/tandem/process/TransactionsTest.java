package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who work on the same process at once, on a real engine. */
class TransactionsTest {

    private ProcessEngine engine;
    private Transactions transactions;
    private String waiting;
    private String parallel;

    @BeforeEach
    void aProcessThatDoesTwoThingsAtOnce() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:transactions;DB_CLOSE_DELAY=-1");
        var manager = new DataSourceTransactionManager(source);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("transactions");
        configuration.setDataSource(source);
        configuration.setTransactionManager(manager);
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        transactions = new Transactions(new TransactionTemplate(manager));
        var fork = Bpmn.createExecutableProcess("fork")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .parallelGateway("both")
                .userTask("waiting")
                .boundaryEvent()
                .timerWithDuration("P1D")
                .endEvent()
                .moveToActivity("waiting")
                .endEvent()
                .moveToNode("both")
                .userTask("parallel")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("fork.bpmn", fork)
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("fork");
        waiting = task("waiting").getExecutionId();
        parallel = task("parallel").getId();
    }

    private Task task(String key) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatReadsAProcessWhileAParallelStepEndsIsDoneAgain() {
        var attempts = new AtomicInteger();
        var meanwhile = new AtomicReference<Runnable>(this::theParallelStepEnds);

        var parent = transactions.inOne(() -> {
            attempts.incrementAndGet();
            return parentOfWaiting(meanwhile.getAndSet(() -> {}));
        });

        assertThat(attempts).hasValue(2);
        assertThat(parent).isNotBlank();
    }

    @Test
    void whatReadsAProcessWhileItEndsIsDoneAgain() {
        var attempts = new AtomicInteger();

        var found = transactions.inOne(() -> attempts.incrementAndGet() == 1
                ? stepsOfProcess(this::theProcessEnds)
                : engine.getRuntimeService().createProcessInstanceQuery().count());

        assertThat(attempts).hasValue(2);
        assertThat(found).isZero();
    }

    @Test
    void whatActsOnATaskThatHasJustEndedIsDoneAgain() {
        var attempts = new AtomicInteger();

        var left = transactions.inOne(() -> {
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .taskDefinitionKey("parallel")
                    .list();
            if (attempts.incrementAndGet() == 1) theParallelStepEnds();
            task.forEach(found -> engine.getTaskService().claim(found.getId(), "anna"));
            return task.size();
        });

        assertThat(attempts).hasValue(2);
        assertThat(left).isZero();
    }

    /** The engine itself gives up there: this is what the tests above rest on. */
    @Test
    void theEngineGivesUp() {
        assertThatThrownBy(() -> parentOfWaiting(this::theParallelStepEnds))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageStartingWith("ENGINE-03077 ");
        assertThatThrownBy(() -> stepsOfProcess(this::theProcessEnds))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageStartingWith("Cannot restore state of process instance ");
    }

    @Test
    void whatNobodyElseCausedIsNotDoneAgain() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> transactions.inOne(() -> {
                    attempts.incrementAndGet();
                    engine.getRuntimeService().startProcessInstanceByKey("no such process");
                }))
                .isInstanceOf(ProcessEngineException.class);

        assertThat(attempts).hasValue(1);
    }

    private String parentOfWaiting(Runnable meanwhile) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var execution = context.getExecutionManager().findExecutionById(waiting);
            meanwhile.run();
            return execution.getParent().getId();
        });
    }

    private long stepsOfProcess(Runnable meanwhile) {
        var id = task("waiting").getProcessInstanceId();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var process = context.getExecutionManager().findExecutionById(id);
            meanwhile.run();
            return (long) process.getExecutions().size();
        });
    }

    private void theParallelStepEnds() {
        CompletableFuture.runAsync(() -> engine.getTaskService().complete(parallel))
                .join();
    }

    private void theProcessEnds() {
        CompletableFuture.runAsync(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .list()
                        .forEach(process -> engine.getRuntimeService().deleteProcessInstance(process.getId(), "over")))
                .join();
    }
}
