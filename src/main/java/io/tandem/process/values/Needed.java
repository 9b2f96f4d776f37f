package io.tandem.process.values;

import io.tandem.model.Steps;
import io.tandem.process.Variable;
import io.tandem.process.values.Values.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one of our steps fails without. */
final class Needed {

    private static final Set<String> NAMES = names();

    private Needed() {}

    private static Set<String> names() {
        var names = new TreeSet<String>();
        var steps = Steps.ours();
        steps.names().forEach(step -> steps.find(step).ifPresent(facts -> names.addAll(facts.needs())));
        return names;
    }

    static Optional<Problem> problemWithout(Variable<?> variable) {
        return NAMES.contains(variable.name())
                ? Optional.of(new Problem("value.missing", Map.of("variable", variable.name())))
                : Optional.empty();
    }
}
