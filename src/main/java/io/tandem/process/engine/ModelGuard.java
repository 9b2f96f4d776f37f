package io.tandem.process.engine;

import io.tandem.model.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads a BPMN model only if it keeps {@link ModelRules}, whoever deployed it and by whichever way, and before the
 * engine builds anything from it: some classes would run while it does.
 */
final class ModelGuard implements BpmnParseFactory {

    /** The engine writes a namespace and a colon in front of an attribute's name. */
    private static final Pattern NAMESPACE = Pattern.compile("^(.*):");

    private final ModelRules rules;

    ModelGuard(ModelRules rules) {
        this.rules = rules;
    }

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new GuardedParse(parser);
    }

    private final class GuardedParse extends BpmnParse {

        GuardedParse(BpmnParser parser) {
            super(parser);
        }

        @Override
        protected void parseRootElement() {
            check(rootElement, rootElement);
            if (hasErrors()) throwExceptionForErrors();
            super.parseRootElement();
        }

        /** @param owner the next element above that has an id, which is what the author finds in the diagram */
        private void check(Element element, Element owner) {
            var named = element.attribute("id") == null ? owner : element;
            rules.problemOf(read(element), deployment == null || deployment.isNew())
                    .ifPresent(problem -> addError(problem.inWords(), element, named.attribute("id")));
            element.elements().forEach(child -> check(child, named));
        }

        /** The element without its children, as the rules know elements. */
        private static XmlElement read(Element element) {
            var attributes = new LinkedHashMap<String, String>();
            element.attributes()
                    .forEach(name ->
                            attributes.put(NAMESPACE.matcher(name).replaceFirst("{$1}"), element.attribute(name)));
            return new XmlElement(
                    element.getUri(),
                    element.getTagName(),
                    attributes,
                    List.of(),
                    element.getText(),
                    element.getLine());
        }
    }
}
