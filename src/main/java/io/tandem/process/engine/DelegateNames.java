package io.tandem.process.engine;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Makes our steps known to expressions by their names. */
final class DelegateNames extends ReadOnlyResolver {

    private final Delegates delegates;

    DelegateNames(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        var step = base == null && property instanceof String name ? delegates.find(name) : null;
        if (step != null) context.setPropertyResolved(true);
        return step;
    }
}
