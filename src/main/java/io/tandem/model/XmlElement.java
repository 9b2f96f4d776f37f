package io.tandem.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a model, as it stands in the file.
 *
 * @param attributes by name; one of another namespace than the element's own as <code>{namespace}name</code>
 * @param text its own, without that of its children
 * @param line that its first tag ends in, counted from 1
 */
public record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        int line) {

    private static final List<String> CAMUNDA = List.of(
            "{http://camunda.org/schema/1.0/bpmn}",
            "{http://camunda.org/schema/1.0/dmn}",
            "{http://activiti.org/bpmn}");

    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    /** The attribute with the engine's own prefix. */
    public @Nullable String camunda(String name) {
        return CAMUNDA.stream()
                .map(namespace -> attributes.get(namespace + name))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    /** Empty where there is none. */
    public String id() {
        return attributes.getOrDefault("id", "");
    }

    public @Nullable String label() {
        var label = attributes.get("name");
        return label == null || label.isBlank() ? null : label.strip().replaceAll("\\s+", " ");
    }

    public boolean is(String name) {
        return this.name.equals(name);
    }

    /** Its children of that name. */
    public Stream<XmlElement> all(String name) {
        return children.stream().filter(child -> child.is(name));
    }

    public Optional<XmlElement> first(String name) {
        return all(name).findFirst();
    }

    /** It and everything in it, in the order of the file. */
    public Stream<XmlElement> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
    }
}
