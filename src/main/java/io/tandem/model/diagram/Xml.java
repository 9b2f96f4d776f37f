package io.tandem.model.diagram;

import io.tandem.model.BrokenXml;
import io.tandem.model.XmlElement;
import io.tandem.model.XmlFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a file is BPMN, and what is Camunda's. */
final class Xml {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Xml() {}

    static XmlElement rootOf(byte[] bytes) {
        try {
            return XmlFile.read(bytes);
        } catch (BrokenXml broken) {
            var reason = String.valueOf(broken.getMessage());
            throw new Unreadable(reason.isBlank() ? broken.kind().toString() : reason, broken.line());
        }
    }

    static boolean isBpmn(XmlElement element) {
        return BPMN.equals(element.namespace());
    }

    static List<XmlElement> bpmn(XmlElement parent, String name) {
        return parent.all(name).filter(Xml::isBpmn).toList();
    }

    /** The extension elements of Camunda of this name, at any depth below {@code extensionElements}. */
    static List<XmlElement> camunda(XmlElement parent, String name) {
        return bpmn(parent, "extensionElements").stream()
                .flatMap(XmlElement::tree)
                .filter(element -> CAMUNDA.equals(element.namespace()) && element.is(name))
                .toList();
    }

    static boolean isTrue(@Nullable String value) {
        return "true".equals(value);
    }

    static Optional<String> textOf(List<XmlElement> elements) {
        return elements.stream().findFirst().map(element -> element.text().strip());
    }
}
