package io.tandem.process.engine;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Finds the steps among Spring's beans, lazily: they need the engine, and the engine needs only their names. */
@Component
final class SpringDelegates implements Delegates {

    private final ListableBeanFactory beans;

    SpringDelegates(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object find(String name) {
        return has(name) ? beans.getBean(name) : null;
    }

    @Override
    public boolean has(String name) {
        return beans.containsBean(name) && STEPS.stream().anyMatch(type -> beans.isTypeMatch(name, type));
    }

    @Override
    public Set<String> names() {
        var names = new TreeSet<String>();
        STEPS.forEach(type -> names.addAll(Set.of(beans.getBeanNamesForType(type, true, false))));
        return names;
    }
}
