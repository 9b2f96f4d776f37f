package io.tandem.process.engine;

import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions, whoever wrote them: a model, a stored filter, or a program that sends a query. By name they
 * reach our steps and process variables; of those they read what {@link SafeMembers} lists. The engine's own resolvers
 * reach every bean, every class and {@code Runtime} (CVE-2026-109432).
 */
final class GuardedExpressions extends JuelExpressionManager {

    private final Delegates delegates;

    private final @Nullable Tickets tickets;

    /** @param tickets null on an engine without a record: its variables are all there is */
    GuardedExpressions(Delegates delegates, @Nullable Tickets tickets) {
        this.delegates = delegates;
        this.tickets = tickets;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        // Steps before variables: no variable can take the place of a step.
        resolver.add(new DelegateNames(delegates));
        if (tickets != null) resolver.add(new RecordedAgent(tickets));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new SafeMembers());
        return resolver;
    }
}
