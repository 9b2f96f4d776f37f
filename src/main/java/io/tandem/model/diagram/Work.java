package io.tandem.model.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity or event does besides passing tokens on.
 *
 * @param delegate the bean that its delegate expression names
 * @param decision the decision that it asks
 * @param called the process that it calls
 * @param groups the candidate groups of a person's task, as they are written
 * @param resultVariable where a decision's only output goes, if it is mapped so
 * @param errorVariable where an error event puts the error's code
 */
public record Work(
        @Nullable String delegate,
        @Nullable String decision,
        @Nullable String called,
        @Nullable String groups,
        @Nullable String resultVariable,
        @Nullable String errorVariable,
        List<Mapping> inputs,
        List<Mapping> outputs,
        List<Mapping> in,
        List<Mapping> out) {

    public static final Work NONE =
            new Work(null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of());

    /**
     * A variable that gets a value.
     *
     * @param source an expression, a literal, or for {@code in} and {@code out} the name of a variable; null where the
     *     diagram says it in a way that is not followed
     */
    public record Mapping(String target, @Nullable String source, boolean isVariable) {}

    /** The literal that the diagram gives a parameter of this name. */
    public @Nullable String input(String name) {
        return inputs.stream()
                .filter(mapping -> mapping.target().equals(name))
                .map(Mapping::source)
                .findFirst()
                .orElse(null);
    }
}
