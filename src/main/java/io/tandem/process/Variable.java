package io.tandem.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A process variable: its name, type and values, written once.
 *
 * @param type one that the engine stores by value: text, number, boolean or date
 * @param meaning what its values have to be, where the type leaves too much open
 */
public record Variable<T>(String name, Class<T> type, Meaning meaning) {

    public void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value);
    }

    /** @throws IllegalStateException if the process has not set it */
    public T get(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException(
                        "The process variable '%s' is not set where it is needed".formatted(name)));
    }

    /** Empty, too, if a program has set something of another type. */
    public Optional<T> find(VariableScope scope) {
        var value = scope.getVariable(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** The variable with this value, to be handed to the engine with a message or a task. */
    public Map<String, Object> with(T value) {
        return Map.of(name, value);
    }
}
