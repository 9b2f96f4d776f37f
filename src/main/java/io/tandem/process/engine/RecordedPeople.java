package io.tandem.process.engine;

import io.tandem.process.PeopleOnRecord;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Lets diagrams name the people that {@link PeopleOnRecord} knows. */
final class RecordedPeople extends ReadOnlyResolver {

    private final PeopleOnRecord people;

    RecordedPeople(PeopleOnRecord people) {
        this.people = people;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || property == null) return null;
        if (!(context.getContext(VariableScope.class) instanceof DelegateExecution execution)) return null;
        var meant = people.find(property, execution);
        if (meant.isEmpty()) return null;
        context.setPropertyResolved(true);
        return meant.get().user();
    }
}
