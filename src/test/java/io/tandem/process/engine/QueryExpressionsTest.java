package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CVE-2026-109432: expressions in queries, ad hoc and stored, reach any class of the program. */
class QueryExpressionsTest {

    /** Sets a system property by reflection, as an attacker would start a program. */
    static final String ATTACK = "${''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + PlainEngine.CANARY
            + "', 'dead')}";

    private static PlainEngine plain;

    @BeforeAll
    static void start() {
        plain = PlainEngine.guarded();
    }

    @AfterAll
    static void stop() {
        plain.close();
    }

    @AfterEach
    void forget() {
        System.clearProperty(PlainEngine.CANARY);
    }

    @Test
    void withoutTheGuardTheAttackRuns() {
        try (var bare = PlainEngine.bare()) {
            var query = bare.engine
                    .getTaskService()
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression(ATTACK)
                    .endOr();

            // The attack returns nothing that a query could search for, but it has run.
            assertThatThrownBy(query::list).hasStackTraceContaining("Assignee is null");
            assertThat(System.getProperty(PlainEngine.CANARY)).isEqualTo("dead");
        }
    }

    @Test
    void anAdHocQueryMayHoldNoExpressionAtAnyLevel() {
        var tasks = plain.engine.getTaskService();

        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .list())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(ATTACK)
                        .endOr()
                        .list())
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .dueBeforeExpression("${now()}")
                        .endOr()
                        .count())
                .isInstanceOf(BadUserRequestException.class);
        assertThat(System.getProperty(PlainEngine.CANARY)).isNull();
    }

    @Test
    void norMayAQueryThatNarrowsAFilter() {
        var filters = plain.engine.getFilterService();
        var filter = filters.newTaskFilter("all")
                .setQuery(plain.engine.getTaskService().createTaskQuery());
        filters.saveFilter(filter);
        var narrowed = plain.engine
                .getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(ATTACK)
                .endOr();

        assertThatThrownBy(() -> filters.list(filter.getId(), narrowed)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(filter.getId(), narrowed)).isInstanceOf(BadUserRequestException.class);
        assertThat(System.getProperty(PlainEngine.CANARY)).isNull();
    }

    @Test
    void aStoredFilterReachesTheListedHelpersOnly() {
        var filters = plain.engine.getFilterService();
        var tasks = plain.engine.getTaskService();
        var good = filters.newTaskFilter("overdue")
                .setQuery(tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .dueBeforeExpression("${dateTime().minusHours(1)}"));
        var bad = filters.newTaskFilter("bad")
                .setQuery(
                        tasks.createTaskQuery().or().taskOwnerExpression(ATTACK).endOr());
        filters.saveFilter(good);
        filters.saveFilter(bad);
        plain.engine.getIdentityService().setAuthentication("anna", List.of("agents"));

        assertThatCode(() -> filters.list(good.getId())).doesNotThrowAnyException();
        assertThatThrownBy(() -> filters.list(bad.getId())).isInstanceOf(ProcessEngineException.class);
        assertThat(System.getProperty(PlainEngine.CANARY)).isNull();
        plain.engine.getIdentityService().clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.class}",
                "${''['class']}",
                "${''.getClass()}",
                "${greet.class.classLoader}",
                "${greet.execute(null)}",
                "${processEngine}",
                "${runtimeService}",
                "${dataSource}",
                "${now().getClass()}",
                "${now().class}",
                "${dateTime().chronology}",
                "${dateTime().toDate().getClass().forName('java.lang.Runtime')}",
                "${currentUserGroups().getClass()}",
                "${currentUserGroups().iterator().next()}",
                "${java.lang.Runtime}",
                "${Runtime.getRuntime().exec('id')}",
                "${variableContext}",
                "${'x'.bytes}",
                "${'x'.chars()}",
            })
    void noExpressionLeavesItsValues(String expression) {
        var engine = (ProcessEngineConfigurationImpl) plain.engine.getProcessEngineConfiguration();

        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired()
                        .execute(context -> engine.getExpressionManager()
                                .createExpression(expression)
                                .getValue(null)))
                .isInstanceOf(ProcessEngineException.class);
    }
}
