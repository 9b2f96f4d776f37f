package io.tandem.process.engine;

import io.tandem.check.Diagram;
import io.tandem.model.Steps;
import io.tandem.model.XmlElement;
import io.tandem.process.ProcessMessage;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables that have a value once a node is done. */
final class SetBy {

    private static final Pattern STEP = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    /** All that the program knows. */
    static final Set<String> PROGRAM =
            Variables.ALL.stream().map(Variable::name).collect(Collectors.toCollection(TreeSet::new));

    private SetBy() {}

    static Set<String> node(XmlElement node, Diagram diagram) {
        var set = node.tree().flatMap(SetBy::element).collect(Collectors.toCollection(TreeSet::new));
        set.addAll(step(node));
        messageOf(node, diagram)
                .ifPresent(message -> set.addAll(message.variables().keySet()));
        if (node.is("userTask")) set.addAll(Variables.SET_BY_PERSONS);
        return set;
    }

    /** An input is the node's own and is gone with it. */
    private static Stream<String> element(XmlElement element) {
        return switch (element.name()) {
            case "outputParameter" -> Stream.ofNullable(element.attribute("name"));
            case "out" -> Stream.ofNullable(element.attribute("target"));
            default ->
                Stream.of("errorCodeVariable", "errorMessageVariable", "resultVariable")
                        .flatMap(name -> Stream.ofNullable(element.camunda(name)));
        };
    }

    /** Of a step that does not exist nobody knows what it was meant to set. */
    private static Set<String> step(XmlElement node) {
        var named = nameOf(node.camunda("delegateExpression"));
        if (named.isEmpty()) return Set.of();
        return Steps.ours()
                .find(named.get())
                .<Set<String>>map(step -> new TreeSet<>(step.sets()))
                .orElse(PROGRAM);
    }

    /** The process variables that its step needs. */
    static Stream<String> needs(XmlElement node) {
        return nameOf(node.camunda("delegateExpression")).flatMap(Steps.ours()::find).stream()
                .flatMap(step -> step.needs().stream());
    }

    private static Optional<String> nameOf(@Nullable String expression) {
        var step = STEP.matcher(expression == null ? "" : expression);
        return step.matches() ? Optional.of(step.group(1)) : Optional.empty();
    }

    private static Optional<ProcessMessage> messageOf(XmlElement node, Diagram diagram) {
        var referring = node.is("receiveTask") ? Optional.of(node) : Diagram.definition(node);
        return referring
                .flatMap(element -> diagram.global("message", element.attribute("messageRef")))
                .flatMap(message -> ProcessMessage.named(String.valueOf(message.attribute("name"))));
    }
}
