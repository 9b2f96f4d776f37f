package io.tandem.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses expressions in the {@code orQueries} of a query that a caller sends. The engine refuses them one level higher
 * only and evaluates them here (CVE-2026-109432). Stored filters may have them: whoever may store one is trusted, and
 * {@link GuardedExpressions} bounds what they reach.
 */
final class QueryGuard extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) check(query);
        if (command instanceof AbstractExecuteFilterCmd filter && sentWith(filter) instanceof TaskQueryImpl query) {
            check(query);
        }
        return next.execute(command);
    }

    private static void check(TaskQueryImpl query) {
        // The first one is the query itself, which the engine checks.
        query.getQueries().stream()
                .skip(1)
                .filter(inner -> !inner.getExpressions().isEmpty())
                .findAny()
                .ifPresent(inner -> {
                    throw new BadUserRequestException(
                            "Expressions are forbidden in queries: " + inner.getExpressions());
                });
    }

    /** A filter's command hides the query that narrows it. */
    private static @Nullable Object sentWith(AbstractExecuteFilterCmd filter) {
        var field = ReflectionUtils.findField(AbstractExecuteFilterCmd.class, "extendingQuery");
        if (field == null) throw new IllegalStateException("The engine's filters have changed: adapt QueryGuard");
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, filter);
    }
}
