package io.tandem.process.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/** Refuses decisions in any language but FEEL, FEEL that cannot be read, and FEEL that reaches into Java. */
final class DecisionGuard implements DmnTransformListener {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private static final Set<String> UNARY_TESTS = Set.of("inputEntry", "inputValues", "outputValues");

    /** FEEL reads the getters of Java objects, by path or by function, and knows external functions of any class. */
    private static final Pattern JAVA =
            Pattern.compile("\\b(external|class|getClass|classLoader|forName|get\\s+(value|entries))\\b");

    @Override
    public void transformDecision(Decision decision, DmnDecision transformed) {
        check(decision.getDomElement(), decision.getId());
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph transformed) {
        check(definitions.getDomElement(), definitions.getId());
    }

    private static void check(DomElement element, @Nullable String owner) {
        var id = element.getAttribute("id") == null ? owner : element.getAttribute("id");
        var language = element.getAttribute("expressionLanguage");
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            throw new NotValidException("%s: decisions are written in FEEL, not in '%s'".formatted(id, language));
        }
        if (element.getLocalName().equals("text")
                && JAVA.matcher(withoutStrings(element.getTextContent())).find()) {
            throw new NotValidException("%s: '%s' reaches into Java, which decisions may not"
                    .formatted(id, element.getTextContent().strip()));
        }
        if (element.getLocalName().equals("text")) checkFeel(element, id);
        element.getChildElements().forEach(child -> check(child, id));
    }

    /** The engine would find out when a customer waits for the decision. */
    private static void checkFeel(DomElement text, @Nullable String id) {
        var feel = text.getTextContent().strip();
        if (feel.isEmpty() || feel.equals("-")) return;
        var tests = UNARY_TESTS.contains(text.getParentElement().getLocalName());
        var parsed = tests ? FEEL.parseUnaryTests(feel) : FEEL.parseExpression(feel);
        if (!parsed.isSuccess()) {
            throw new NotValidException("%s: '%s' is no FEEL: %s"
                    .formatted(id, feel, parsed.failure().message()));
        }
    }

    private static String withoutStrings(String feel) {
        return feel.replaceAll("\"[^\"\\\\]*\"", "\"\"");
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl transformed) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl transformed) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl transformed) {}
}
