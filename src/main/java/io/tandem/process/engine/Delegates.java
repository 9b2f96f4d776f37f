package io.tandem.process.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

/** The steps that models may name: our delegates and listeners, by bean name. Nothing else of the program is in reach. */
public interface Delegates {

    /** The types of a step; a bean of any other type stays invisible to models. */
    Set<Class<?>> STEPS = Set.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    /** The step of this name, or null. */
    @Nullable
    Object find(String name);

    /** Whether there is one, found out without making it: models are deployed before all steps are needed. */
    boolean has(String name);

    Set<String> names();

    /** Where no engine runs: their names are all that a check needs. */
    static Delegates named(Set<String> names) {
        return new Delegates() {
            @Override
            public @Nullable Object find(String name) {
                return null;
            }

            @Override
            public boolean has(String name) {
                return names.contains(name);
            }

            @Override
            public Set<String> names() {
                return names;
            }
        };
    }

    /** For an engine without Spring. */
    static Delegates of(Map<String, ?> beans) {
        return new Delegates() {
            @Override
            public @Nullable Object find(String name) {
                return has(name) ? beans.get(name) : null;
            }

            @Override
            public boolean has(String name) {
                var bean = beans.get(name);
                return STEPS.stream().anyMatch(type -> type.isInstance(bean));
            }

            @Override
            public Set<String> names() {
                var names = new TreeSet<String>(beans.keySet());
                names.removeIf(name -> !has(name));
                return names;
            }
        };
    }
}
