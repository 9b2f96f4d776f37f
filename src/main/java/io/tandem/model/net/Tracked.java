package io.tandem.model.net;

import io.tandem.model.diagram.Node;
import io.tandem.model.diagram.ProcessModel;
import io.tandem.model.diagram.Work.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which variables are worth remembering in which process: those that a condition or a table there asks for, and those
 * that are handed on to where they are asked for. Of their values, those that are asked for by name.
 */
final class Tracked {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}");

    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> literals = new HashMap<>();

    Tracked(Net net, World world) {
        net.processes().forEach(process -> names.put(process.id(), askedIn(process, net, world)));
        while (handOn(net)) {
            // Until nothing more is found out.
        }
    }

    private Set<String> askedIn(ProcessModel process, Net net, World world) {
        var asked = new HashSet<String>();
        for (int flow = 0; flow < net.flows().size(); flow++) {
            if (net.target(flow).process() != process) continue;
            net.condition(flow)
                    .ifPresent(condition -> condition.asked().forEach((name, values) -> {
                        asked.add(name);
                        literals.computeIfAbsent(name, some -> new HashSet<>()).addAll(values);
                    }));
        }
        process.body()
                .walk(body -> body.nodes()
                        .forEach(node -> tableOf(node, world).ifPresent(table -> asked.addAll(table.reads()))));
        return asked;
    }

    private static java.util.Optional<World.Table> tableOf(Node node, World world) {
        return java.util.Optional.ofNullable(node.work().decision()).flatMap(world::table);
    }

    private boolean handOn(Net net) {
        var found = new boolean[1];
        for (var place : net.places()) {
            var here = of(place.process());
            var work = place.node().work();
            work.outputs().forEach(mapping -> found[0] |= take(here, mapping.target(), here, variableIn(mapping)));
            if (work.called() == null) continue;
            var called = names.get(work.called());
            if (called == null) continue;
            work.in().forEach(mapping -> found[0] |= hand(called, here, mapping));
            work.out().forEach(mapping -> found[0] |= hand(here, called, mapping));
        }
        return found[0];
    }

    private static boolean hand(Set<String> to, Set<String> from, Mapping mapping) {
        if (mapping.target().equals("*")) return from.addAll(to);
        return take(to, mapping.target(), from, variableIn(mapping));
    }

    private static boolean take(Set<String> to, String target, Set<String> from, @Nullable String source) {
        return source != null && to.contains(target) && from.add(source);
    }

    static @Nullable String variableIn(Mapping mapping) {
        if (mapping.source() == null) return null;
        if (mapping.isVariable()) return mapping.source();
        var variable = VARIABLE.matcher(mapping.source());
        return variable.matches() ? variable.group(1) : null;
    }

    private Set<String> of(ProcessModel process) {
        return names.getOrDefault(process.id(), Set.of());
    }

    /** Nothing is set yet. */
    Values atTheStartOf(ProcessModel process) {
        var unset = new TreeMap<String, String>();
        of(process).forEach(name -> unset.put(name, Values.NULL));
        return new Values(unset);
    }

    Values set(ProcessModel process, Values values, String name, String value) {
        return of(process).contains(name) ? values.with(name, reduced(name, value)) : values;
    }

    private String reduced(String name, String value) {
        var isNamed =
                List.of(Values.NULL, Values.ANY, Values.OTHER, "true", "false").contains(value)
                        || literals.getOrDefault(name, Set.of()).contains(value);
        return isNamed ? value : Values.OTHER;
    }
}
