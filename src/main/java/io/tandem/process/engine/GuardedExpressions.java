package io.tandem.process.engine;

import io.tandem.process.PeopleOnRecord;
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

    private final @Nullable PeopleOnRecord people;

    /** @param people null on an engine without a record: its variables are all there is */
    GuardedExpressions(Delegates delegates, @Nullable PeopleOnRecord people) {
        this.delegates = delegates;
        this.people = people;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        // Steps before variables: no variable can take the place of a step.
        resolver.add(new DelegateNames(delegates));
        if (people != null) resolver.add(new RecordedPeople(people));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new SafeMembers());
        return resolver;
    }
}
