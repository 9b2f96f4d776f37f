package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.Steps;
import io.tandem.model.XmlElement;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nothing in a diagram runs but our steps: the owner hears of it before the engine would refuse it. */
@Component
final class DangerousModels implements DiagramRule {

    private final ModelRules rules =
            new ModelRules(new ExpressionRules(Delegates.named(Steps.ours().names())));

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return check(diagram, diagram.root(), diagram.root());
    }

    /** @param owner the next element above that has an id, which is what the author finds in the diagram */
    private Stream<Finding> check(Diagram diagram, XmlElement element, XmlElement owner) {
        var named = element.id().isEmpty() ? owner : element;
        return Stream.concat(
                rules.problemOf(element, true).map(problem -> problem.in(diagram, named, element.line())).stream(),
                element.children().stream().flatMap(child -> check(diagram, child, named)));
    }
}
