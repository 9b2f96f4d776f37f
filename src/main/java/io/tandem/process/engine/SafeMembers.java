package io.tandem.process.engine;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may read of a value, and the few methods that it may call. It answers for every value, so that no
 * other resolver is asked: what is not listed here is refused.
 */
final class SafeMembers extends ReadOnlyResolver {

    private static final Map<String, Function<DelegateExecution, @Nullable Object>> OF_EXECUTION = Map.of(
            "id", DelegateExecution::getId,
            "businessKey", DelegateExecution::getProcessBusinessKey,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "processDefinitionId", DelegateExecution::getProcessDefinitionId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "currentActivityName", DelegateExecution::getCurrentActivityName);

    private static final Map<String, Function<DelegateTask, @Nullable Object>> OF_TASK = Map.of(
            "id", DelegateTask::getId,
            "name", DelegateTask::getName,
            "assignee", DelegateTask::getAssignee,
            "priority", DelegateTask::getPriority,
            "dueDate", DelegateTask::getDueDate,
            "createTime", DelegateTask::getCreateTime,
            "taskDefinitionKey", DelegateTask::getTaskDefinitionKey,
            "processInstanceId", DelegateTask::getProcessInstanceId);

    private static final Map<String, Function<DmnDecisionResult, @Nullable Object>> OF_DECISION = Map.of(
            "singleResult", DmnDecisionResult::getSingleResult,
            "firstResult", DmnDecisionResult::getFirstResult,
            "singleEntry", DmnDecisionResult::getSingleEntry,
            "resultList", DmnDecisionResult::getResultList);

    /** None of these calls back into code that the expression chose. */
    private static final Map<Class<?>, Set<String>> METHODS = Map.of(
            DateTime.class,
                    Set.of(
                            "plusSeconds",
                            "plusMinutes",
                            "plusHours",
                            "plusDays",
                            "plusWeeks",
                            "plusMonths",
                            "plusYears",
                            "minusSeconds",
                            "minusMinutes",
                            "minusHours",
                            "minusDays",
                            "minusWeeks",
                            "minusMonths",
                            "minusYears",
                            "withTimeAtStartOfDay",
                            "toDate"),
            Date.class, Set.of("getTime", "after", "before"),
            String.class,
                    Set.of("contains", "startsWith", "endsWith", "isEmpty", "length", "equals", "equalsIgnoreCase"),
            Collection.class, Set.of("contains", "isEmpty", "size"),
            Map.class, Set.of("get", "containsKey", "isEmpty", "size"),
            DmnDecisionResult.class, Set.of("getSingleResult", "getFirstResult", "getSingleEntry", "collectEntries"),
            DmnDecisionResultEntries.class, Set.of("getSingleEntry", "getFirstEntry", "getEntry"),
            DelegateExecution.class, Set.of("getVariable", "hasVariable", "getProcessBusinessKey"));

    private final BeanELResolver caller = new BeanELResolver(true);

    static Set<String> methodNames() {
        var names = new TreeSet<String>();
        METHODS.values().forEach(names::addAll);
        return names;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null) return null;
        var value = read(base, String.valueOf(property));
        context.setPropertyResolved(base, property);
        return value;
    }

    private static @Nullable Object read(Object base, String property) {
        if (base instanceof DmnDecisionResult result && OF_DECISION.containsKey(property)) {
            return OF_DECISION.get(property).apply(result);
        }
        if (base instanceof DelegateExecution execution && OF_EXECUTION.containsKey(property)) {
            return OF_EXECUTION.get(property).apply(execution);
        }
        if (base instanceof DelegateTask task && OF_TASK.containsKey(property)) {
            return OF_TASK.get(property).apply(task);
        }
        if (base instanceof Map<?, ?> map) return map.get(property);
        if (base instanceof List<?> list && isIndex(property)) return at(list, Integer.parseInt(property));
        if (base.getClass().isArray() && isIndex(property)) return Array.get(base, Integer.parseInt(property));
        throw refused(base, "property '%s'".formatted(property));
    }

    private static boolean isIndex(String property) {
        return property.matches("\\d{1,9}");
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (base == null) return null;
        var name = String.valueOf(method);
        var listed = METHODS.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().isInstance(base) && entry.getValue().contains(name));
        if (!listed) throw refused(base, "method '%s'".formatted(name));
        return caller.invoke(context, base, method, types, arguments);
    }

    private static RefusedExpression refused(Object base, String what) {
        return new RefusedExpression(
                "An expression may not use the %s of a value of type %s. It may read variables, maps, lists and the results of decisions, and compare them."
                        .formatted(what, base.getClass().getSimpleName()));
    }
}
