package io.tandem.process.engine;

import io.tandem.process.PeopleOnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.CompositeDbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes the engine's known holes: its last community release gets no fixes. What reaches it from a model, a filter or a
 * query is data, never code. Works on a plain engine too, so that the tests of the models run behind the same guards.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EngineGuards extends AbstractProcessEnginePlugin {

    /** No guess locks anybody out for good; the engine's waiting time between guesses grows to a minute instead. */
    private static final int NEVER_LOCK_FOR_GOOD = 1_000_000;

    private final Delegates delegates;

    private final @Nullable PeopleOnRecord people;

    @Autowired
    EngineGuards(Delegates delegates, PeopleOnRecord people) {
        this.delegates = delegates;
        this.people = people;
    }

    /** @param beans the steps that models may name */
    public EngineGuards(Map<String, ?> beans) {
        this.delegates = Delegates.of(beans);
        this.people = null;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        guardExpressions(engine);
        guardModels(engine);
        guardPersons(engine);
        for (var guard : guards()) {
            engine.setCustomPreCommandInterceptorsTxRequired(
                    with(engine.getCustomPreCommandInterceptorsTxRequired(), guard));
        }
        for (var guard : guards()) {
            engine.setCustomPreCommandInterceptorsTxRequiresNew(
                    with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), guard));
        }
        // Variables hold values; no class is chosen by whoever sends one.
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setLoginMaxAttempts(NEVER_LOCK_FOR_GOOD);
        // Seconds after the first wrong password; each further one doubles it. Who mistyped can go on.
        engine.setLoginDelayBase(1);
    }

    private static List<CommandInterceptor> guards() {
        return List.of(new QueryGuard(), new ErrorGuard(), new NoPersonalNotes(), new SlowerClaim());
    }

    private void guardExpressions(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(delegates, people));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableXxeProcessing(false);
    }

    /** Agents are helped, not watched: neither by the engine's lists nor by its history. */
    private static void guardPersons(ProcessEngineConfigurationImpl engine) {
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), GuardedTasks.factory()));
        List<HistoryEventHandler> handlers =
                engine.getCustomHistoryEventHandlers() == null ? List.of() : engine.getCustomHistoryEventHandlers();
        engine.setHistoryEventHandler(new NamelessHistory(new CompositeDbHistoryEventHandler(handlers)));
        // Counts who was given a task when, for the engine maker's licences.
        engine.setTaskMetricsEnabled(false);
    }

    private void guardModels(ProcessEngineConfigurationImpl engine) {
        engine.setBpmnParseFactory(new ModelGuard(new ModelRules(new ExpressionRules(delegates))));
        engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), new FileGuard()));
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration()
                .getTransformer()
                .getTransformListeners()
                .add(new DecisionGuard());
        engine.getDmnEngineConfiguration()
                .setFeelEngineFactory(() -> new QuickFeel(new ScalaFeelEngineFactory().createInstance()));
        engine.setDmnElProvider(expression -> {
            throw new RefusedExpression("Decisions are written in FEEL: " + expression);
        });
    }

    private static <T> List<T> with(@Nullable List<T> some, T another) {
        var all = some == null ? new ArrayList<T>() : new ArrayList<>(some);
        all.add(another);
        return all;
    }
}
