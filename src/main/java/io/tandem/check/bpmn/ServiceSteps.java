package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.Steps;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A service task is a step and tells it what it takes. That the step is one of ours is held where models are guarded. */
@Component
final class ServiceSteps implements DiagramRule {

    private static final Pattern NAMED = Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}\\s*");

    private final Steps steps = Steps.ours();

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.nodes("serviceTask").flatMap(task -> check(diagram, task));
    }

    private Stream<Finding> check(Diagram diagram, XmlElement task) {
        var written = task.camunda("delegateExpression");
        if (written == null || written.isBlank()) {
            return Stream.of(diagram.error("step.missing", task, Map.of("known", String.join(", ", steps.names()))));
        }
        var named = NAMED.matcher(written);
        return named.matches() ? notTold(diagram, task, named.group(1)) : Stream.empty();
    }

    private Stream<Finding> notTold(Diagram diagram, XmlElement task, String step) {
        var given = inputs(task).collect(Collectors.toSet());
        return steps.find(step).stream()
                .flatMap(facts -> facts.takes().stream())
                .filter(parameter -> !given.contains(parameter))
                .map(parameter -> diagram.error("step.notTold", task, Map.of("step", step, "parameter", parameter)));
    }

    /** The names of those that say something. */
    private static Stream<String> inputs(XmlElement task) {
        return task.tree()
                .filter(element -> element.is("inputParameter"))
                .filter(input -> !input.text().isBlank() || !input.children().isEmpty())
                .map(input -> String.valueOf(input.attribute("name")));
    }
}
