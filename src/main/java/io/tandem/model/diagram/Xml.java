package io.tandem.model.diagram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML from strangers: without document types nothing in it reaches outside or grows. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Xml() {}

    static Element rootOf(byte[] bytes) {
        try {
            var builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXParseException broken) {
            throw new Unreadable(String.valueOf(broken.getMessage()), Math.max(broken.getLineNumber(), 0));
        } catch (SAXException | IOException broken) {
            throw new Unreadable(String.valueOf(broken.getMessage()), 0);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    static boolean isBpmn(Element element) {
        return BPMN.equals(element.getNamespaceURI());
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) children.add(element);
        }
        return children;
    }

    static List<Element> bpmn(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> isBpmn(child) && name.equals(child.getLocalName()))
                .toList();
    }

    /** The extension elements of Camunda of this name, at any depth below {@code extensionElements}. */
    static List<Element> camunda(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var extensions : bpmn(parent, "extensionElements")) {
            var all = extensions.getElementsByTagNameNS(CAMUNDA, name);
            for (int i = 0; i < all.getLength(); i++) found.add((Element) all.item(i));
        }
        return found;
    }

    static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    static @Nullable String camundaAttribute(Element element, String name) {
        return element.hasAttributeNS(CAMUNDA, name) ? element.getAttributeNS(CAMUNDA, name) : null;
    }

    static boolean isTrue(@Nullable String value) {
        return "true".equals(value);
    }

    static Optional<String> textOf(List<Element> elements) {
        return elements.stream()
                .findFirst()
                .map(element -> element.getTextContent().strip());
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // Nothing is lost by it.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
