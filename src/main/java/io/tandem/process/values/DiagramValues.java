package io.tandem.process.values;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Models;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import io.tandem.process.engine.Comparisons;
import io.tandem.process.values.Values.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a diagram lets variables be, and what it compares them with, are values that they can have. */
@Component
final class DiagramValues implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var values = new Values(new Vocabulary(Models.in(folder)));
        return diagram.root()
                .tree()
                .flatMap(element -> Stream.concat(set(element, values), compared(element, values))
                        .map(problem -> diagram.error(problem.rule(), element, problem.values())));
    }

    private static Stream<Problem> set(XmlElement element, Values values) {
        return switch (element.name()) {
            case "inputParameter", "outputParameter" ->
                element.children().isEmpty()
                        ? written(element.attribute("name"), element.text().strip(), values)
                        : Stream.empty();
            case "in", "out" -> written(element.attribute("target"), element.attribute("sourceExpression"), values);
            default -> Stream.empty();
        };
    }

    private static Stream<Problem> written(@Nullable String name, @Nullable String text, Values values) {
        if (name == null || text == null || text.isEmpty() || Values.isExpression(text)) return Stream.empty();
        return Variables.named(name).flatMap(variable -> ofWriting(variable, text, values)).stream();
    }

    /** What a diagram writes is a text, whatever it looks like. */
    private static Optional<Problem> ofWriting(Variable<?> variable, String text, Values values) {
        return variable.type() == String.class
                ? values.ofSetting(variable, text, false)
                : Optional.of(Problem.of("value.onlyText", variable, text));
    }

    private static Stream<Problem> compared(XmlElement element, Values values) {
        return Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                .filter(Values::isExpression)
                .map(expression -> Comparisons.in(expression, element.is("conditionExpression")))
                .flatMap(comparisons -> Stream.concat(
                        comparisons.made().stream()
                                .flatMap(made -> values.ofComparing(made.variable(), made.value()).stream()),
                        comparisons.truths().stream().flatMap(DiagramValues::asTruth)));
    }

    private static Stream<Problem> asTruth(String name) {
        return Variables.named(name).stream()
                .filter(variable -> variable.type() != Boolean.class)
                .map(variable -> new Problem("value.asTruth", Map.of("variable", name)));
    }
}
