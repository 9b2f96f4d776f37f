package io.tandem.process.engine;

import io.tandem.model.XmlElement;
import java.util.HashMap;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Takes a decision only if it keeps {@link FeelRules}, whoever deployed it and by whichever way. */
final class DecisionGuard implements DmnTransformListener {

    @Override
    public void transformDecision(Decision decision, DmnDecision transformed) {
        check(decision.getDomElement(), decision.getId(), null);
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph transformed) {
        check(definitions.getDomElement(), definitions.getId(), null);
    }

    private static void check(DomElement element, @Nullable String owner, @Nullable String parent) {
        var id = element.getAttribute("id") == null ? owner : element.getAttribute("id");
        FeelRules.problemOf(read(element), parent).ifPresent(problem -> {
            throw new NotValidException("%s: %s".formatted(id, problem.inWords()));
        });
        element.getChildElements().forEach(child -> check(child, id, element.getLocalName()));
    }

    /** The element as the rules know elements: by what they look at. */
    private static XmlElement read(DomElement element) {
        var attributes = new HashMap<String, String>();
        var language = element.getAttribute("expressionLanguage");
        if (language != null) attributes.put("expressionLanguage", language);
        var text = element.getChildElements().isEmpty() ? element.getTextContent() : "";
        return new XmlElement(element.getNamespaceURI(), element.getLocalName(), attributes, List.of(), text, 0);
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl transformed) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl transformed) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl transformed) {}
}
