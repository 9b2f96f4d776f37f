package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.Steps;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nothing in a diagram runs but our steps: the owner hears of it before the engine would refuse it. */
@Component
final class DangerousModels implements DiagramRule {

    private final ModelRules rules =
            new ModelRules(new ExpressionRules(Delegates.named(Steps.ours().names())));

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.root()
                .tree()
                .flatMap(element ->
                        rules.problemOf(element, true).map(problem -> problem.in(diagram, element)).stream());
    }
}
