package io.tandem.process.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Evaluates expressions, whoever wrote them: a model, a stored filter, or a program that sends a query. By name they
 * reach our steps and process variables; of those they read what {@link SafeMembers} lists. The engine's own resolvers
 * reach every bean, every class and {@code Runtime} (CVE-2026-109432).
 */
final class GuardedExpressions extends JuelExpressionManager {

    private final Delegates delegates;

    GuardedExpressions(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        // Steps before variables: no variable can take the place of a step.
        resolver.add(new DelegateNames(delegates));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new SafeMembers());
        return resolver;
    }
}
