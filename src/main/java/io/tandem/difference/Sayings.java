package io.tandem.difference;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** All that is said of an element, flat: attributes, and what stands in its children that are not things of their own. */
final class Sayings {

    /** Boxes in the file that mean nothing to those who draw. */
    private static final Set<String> BOXES = Set.of("extensionElements", "inputOutput", "formData", "in", "out");

    private static final Set<String> SAID_ELSEWHERE = Set.of("id", "name", "sourceRef", "targetRef");
    private static final Set<String> FOLLOWS = Set.of("incoming", "outgoing", "flowNodeRef");

    private final Predicate<Element> isItem;
    private final SortedMap<String, String> found = new TreeMap<>();

    private Sayings(Predicate<Element> isItem) {
        this.isItem = isItem;
    }

    static SortedMap<String, String> of(Element element, Predicate<Element> isItem) {
        var sayings = new Sayings(isItem);
        sayings.addAttributes("", element, true);
        sayings.addChildren("", element);
        return sayings.found;
    }

    private void addAttributes(String path, Element element, boolean isItself) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = (Attr) attributes.item(i);
            var name = attribute.getLocalName();
            if ("xmlns".equals(attribute.getPrefix()) || "xmlns".equals(name) || "type".equals(name)) continue;
            if (isItself ? SAID_ELSEWHERE.contains(name) : name.equals("id")) continue;
            if (!path.isEmpty() && name.equals(naming(element))) continue;
            put(path.isEmpty() ? name : path + "." + name, attribute.getValue());
        }
    }

    private void addChildren(String path, Element element) {
        for (var child : Xml.children(element)) {
            if (isItem.test(child) || FOLLOWS.contains(child.getLocalName())) continue;
            var inside = inside(path, child);
            var before = found.size();
            addAttributes(inside, child, false);
            addChildren(inside, child);
            var text = Xml.text(child);
            if (!text.isEmpty()) put(inside, text);
            // Being there is all that it says: a terminate event, a parallel round.
            if (found.size() == before && !BOXES.contains(child.getLocalName())) put(inside, "true");
        }
    }

    private static String inside(String path, Element child) {
        var name = child.getLocalName().replace("EventDefinition", "");
        var naming = naming(child);
        var step = naming.isEmpty() ? name : name + "[" + child.getAttribute(naming) + "]";
        if (BOXES.contains(child.getLocalName()) && naming.isEmpty()) return path;
        return path.isEmpty() ? step : path + "." + step;
    }

    /** The attribute by which its owner tells it from others of its kind. */
    private static String naming(Element element) {
        return Stream.of("name", "target", "event", "businessKey", "variables")
                .filter(element::hasAttribute)
                .findFirst()
                .orElse("");
    }

    private void put(String key, String value) {
        var free = key;
        for (var n = 2; found.containsKey(free); n++) free = key + "#" + n;
        found.put(free, value);
    }
}
