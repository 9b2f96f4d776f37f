package io.tandem.model;

import io.tandem.content.BrokenFile;
import io.tandem.content.Utf8;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of anybody: it loads nothing, replaces nothing and nests no deeper than a diagram can, so that a damaged or
 * wicked file costs a message and nothing else.
 */
public final class XmlFile {

    private static final int DEEPEST = 100;
    private static final int LONGEST_HEAD = 200;

    /** UTF-16 by its mark, or an encoding that the file names. */
    private static final Pattern OTHER_ENCODING = Pattern.compile(
            "\\u00fe\\u00ff|\\u00ff\\u00fe|<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])", Pattern.CASE_INSENSITIVE);

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final Deque<Open> open = new ArrayDeque<>();

    private XmlFile(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @throws BrokenXml if it is none, with the place */
    public static XmlElement read(byte[] bytes) {
        checkEncoding(bytes);
        try {
            return new XmlFile(FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes))).root();
        } catch (XMLStreamException e) {
            throw BrokenXml.of(e);
        } catch (RuntimeException e) {
            if (e instanceof BrokenXml) throw e;
            // The reader of the JDK throws what it likes at some byte sequences.
            throw new BrokenXml(BrokenXml.Kind.MALFORMED, 1, 1, String.valueOf(e.getMessage()));
        }
    }

    /** The reader of the JDK would not say in which line, and writes to the standard error. */
    private static void checkEncoding(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        if (OTHER_ENCODING.matcher(head).lookingAt()) return;
        try {
            Utf8.decoded("", bytes);
        } catch (BrokenFile broken) {
            throw new BrokenXml(BrokenXml.Kind.ENCODING, broken.line(), 1, broken.reason());
        }
    }

    private XmlElement root() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) open.element().text.append(reader.getText());
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw here(BrokenXml.Kind.DOCTYPE);
                case XMLStreamConstants.END_ELEMENT -> {
                    var ended = open.pop().element();
                    if (!open.isEmpty()) {
                        open.element().children.add(ended);
                    } else {
                        untilTheEnd();
                        return ended;
                    }
                }
                default -> {} // comments and the like
            }
        }
        throw here(BrokenXml.Kind.MALFORMED);
    }

    private void begin() {
        if (open.size() >= DEEPEST) throw here(BrokenXml.Kind.TOO_DEEP);
        open.push(new Open(
                String.valueOf(reader.getNamespaceURI()),
                reader.getLocalName(),
                attributes(),
                reader.getLocation().getLineNumber()));
    }

    private Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = reader.getAttributeNamespace(i);
            var isOwn = namespace == null || namespace.isEmpty();
            attributes.put(
                    isOwn ? reader.getAttributeLocalName(i) : "{" + namespace + "}" + reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** What stands behind the root has to be XML, too. */
    private void untilTheEnd() throws XMLStreamException {
        while (reader.hasNext()) reader.next();
    }

    private BrokenXml here(BrokenXml.Kind kind) {
        var place = reader.getLocation();
        return new BrokenXml(kind, place.getLineNumber(), place.getColumnNumber(), "");
    }

    /** An element whose end has not been read yet. */
    private static final class Open {
        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final int line;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String namespace, String name, Map<String, String> attributes, int line) {
            this.namespace = namespace;
            this.name = name;
            this.attributes = attributes;
            this.line = line;
        }

        XmlElement element() {
            return new XmlElement(
                    namespace,
                    name,
                    Collections.unmodifiableMap(attributes),
                    List.copyOf(children),
                    text.toString(),
                    line);
        }
    }
}
