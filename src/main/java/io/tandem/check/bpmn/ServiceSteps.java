package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.Steps;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A service task is one of our steps and tells it what it takes. */
@Component
final class ServiceSteps implements DiagramRule {

    private static final Pattern NAMED = Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}\\s*");

    private final Steps steps = Steps.ours();

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.nodes("serviceTask").flatMap(task -> check(diagram, task));
    }

    private Stream<Finding> check(Diagram diagram, XmlElement task) {
        var named = nameIn(task);
        var known = Map.of("known", String.join(", ", steps.names()));
        if (named.isEmpty()) return Stream.of(diagram.error("step.missing", task, known));
        var facts = steps.find(named.get());
        if (facts.isEmpty()) {
            return Stream.of(diagram.error(
                    "step.unknown", task, Map.of("step", named.get(), "known", String.join(", ", steps.names()))));
        }
        var given = inputs(task).collect(Collectors.toSet());
        return facts.get().takes().stream()
                .filter(name -> !given.contains(name))
                .map(name -> diagram.error("step.notTold", task, Map.of("step", named.get(), "parameter", name)));
    }

    private static Optional<String> nameIn(XmlElement task) {
        var written = NAMED.matcher(String.valueOf(task.camunda("delegateExpression")));
        return written.matches() ? Optional.of(written.group(1)) : Optional.empty();
    }

    /** The names of those that say something. */
    private static Stream<String> inputs(XmlElement task) {
        return task.tree()
                .filter(element -> element.is("inputParameter"))
                .filter(input -> !input.text().isBlank() || !input.children().isEmpty())
                .map(input -> String.valueOf(input.attribute("name")));
    }
}
