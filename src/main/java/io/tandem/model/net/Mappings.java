package io.tandem.model.net;

import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Work.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows values through output parameters and through the calls of processes. */
final class Mappings {

    private static final Pattern OUTPUT = Pattern.compile("[$#]\\{\\s*decisionResult\\.singleResult\\.(\\w+)\\s*}");

    private final Tracked tracked;

    Mappings(Tracked tracked) {
        this.tracked = tracked;
    }

    Values outputs(Place place, Values values) {
        return outputs(place, values, Map.of());
    }

    /** @param decided the outputs of the table that was asked, as far as they are known */
    Values outputs(Place place, Values values, Map<String, String> decided) {
        var changed = values;
        for (var mapping : place.node().work().outputs()) {
            changed = tracked.set(place.process(), changed, mapping.target(), valueOf(mapping, values, decided));
        }
        var result = place.node().work().resultVariable();
        if (result == null) return changed;
        var only = decided.size() == 1 ? decided.values().iterator().next() : Values.ANY;
        return tracked.set(place.process(), changed, result, only);
    }

    private static String valueOf(Mapping mapping, Values values, Map<String, String> decided) {
        var source = mapping.source();
        if (source == null) return Values.ANY;
        var output = OUTPUT.matcher(source);
        if (output.matches()) return decided.getOrDefault(output.group(1), Values.ANY);
        var variable = Tracked.variableIn(mapping);
        if (variable != null) return Optional.ofNullable(values.of(variable)).orElse(Values.ANY);
        return source.contains("${") || source.contains("#{") ? Values.ANY : source;
    }

    Values into(ProcessModel called, Place call, Values outside) {
        return map(
                called,
                tracked.atTheStartOf(called),
                outside,
                call.node().work().in());
    }

    Values outOf(Place call, Values inside, Values outside) {
        return map(call.process(), outside, inside, call.node().work().out());
    }

    private Values map(ProcessModel to, Values target, Values source, List<Mapping> mappings) {
        var changed = target;
        for (var mapping : mappings) {
            if (mapping.target().equals("*")) {
                for (var name : target.known().keySet()) {
                    changed = tracked.set(
                            to,
                            changed,
                            name,
                            Optional.ofNullable(source.of(name)).orElse(Values.ANY));
                }
            } else {
                changed = tracked.set(to, changed, mapping.target(), valueOf(mapping, source, Map.of()));
            }
        }
        return changed;
    }
}
