package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.check.Models;
import io.tandem.model.XmlElement;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables that can have a value in a process. */
final class SetVariables {

    private SetVariables() {}

    /** Those of the program, those that the diagram sets, and those that a caller hands over. */
    static Set<String> in(Diagram diagram, Models models) {
        var known = ours();
        diagram.root().tree().flatMap(SetVariables::setBy).forEach(known::add);
        diagram.processes()
                .forEach(process -> models.diagrams().stream()
                        .flatMap(caller -> caller.nodes("callActivity"))
                        .filter(call -> process.id().equals(call.attribute("calledElement")))
                        .flatMap(XmlElement::tree)
                        .filter(element -> element.is("in"))
                        .flatMap(in -> maybe(in.attribute("target")))
                        .forEach(known::add));
        return known;
    }

    /** Those of the program and all that any diagram sets: a table does not know who asks it. */
    static Set<String> anywhere(Models models) {
        var known = ours();
        models.diagrams().forEach(diagram -> known.addAll(in(diagram, models)));
        return known;
    }

    private static Set<String> ours() {
        var ours = new TreeSet<String>();
        Variables.ALL.stream().map(Variable::name).forEach(ours::add);
        return ours;
    }

    private static Stream<String> setBy(XmlElement element) {
        return switch (element.name()) {
            case "inputParameter", "outputParameter" -> maybe(element.attribute("name"));
            case "out" -> maybe(element.attribute("target"));
            default ->
                Stream.of("errorCodeVariable", "errorMessageVariable", "resultVariable")
                        .flatMap(name -> maybe(element.camunda(name)));
        };
    }

    private static Stream<String> maybe(@Nullable String name) {
        return Stream.ofNullable(name);
    }

    static Map<String, String> values(String variable) {
        return Map.of("variable", variable, "known", String.join(", ", ours()));
    }
}
