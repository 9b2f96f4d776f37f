package io.tandem.difference;

import io.tandem.model.XmlElement;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that is said of an element, flat: attributes, and what stands in its children that are not things of their own. */
final class Sayings {

    /** Boxes in the file that mean nothing to those who draw. */
    private static final Set<String> BOXES = Set.of("extensionElements", "inputOutput", "formData", "in", "out");

    private static final Set<String> SAID_ELSEWHERE = Set.of("id", "name", "sourceRef", "targetRef");
    private static final Set<String> FOLLOWS = Set.of("incoming", "outgoing", "flowNodeRef");

    private final Predicate<XmlElement> isItem;
    private final SortedMap<String, String> found = new TreeMap<>();

    private Sayings(Predicate<XmlElement> isItem) {
        this.isItem = isItem;
    }

    static SortedMap<String, String> of(XmlElement element, Predicate<XmlElement> isItem) {
        var sayings = new Sayings(isItem);
        sayings.addAttributes("", element, true);
        sayings.addChildren("", element);
        return sayings.found;
    }

    private void addAttributes(String path, XmlElement element, boolean isItself) {
        element.attributes().forEach((written, value) -> {
            // Whichever prefix it has: owners know the last part.
            var name = written.substring(written.indexOf('}') + 1);
            if (name.equals("type")) return;
            if (isItself ? SAID_ELSEWHERE.contains(name) : name.equals("id")) return;
            if (!path.isEmpty() && name.equals(naming(element))) return;
            put(path.isEmpty() ? name : path + "." + name, value);
        });
    }

    private void addChildren(String path, XmlElement element) {
        for (var child : element.children()) {
            if (isItem.test(child) || FOLLOWS.contains(child.name())) continue;
            var inside = inside(path, child);
            var before = found.size();
            addAttributes(inside, child, false);
            addChildren(inside, child);
            var text = Xml.text(child);
            if (!text.isEmpty()) put(inside, text);
            // Being there is all that it says: a terminate event, a parallel round.
            if (found.size() == before && !BOXES.contains(child.name())) put(inside, "true");
        }
    }

    private static String inside(String path, XmlElement child) {
        var name = child.name().replace("EventDefinition", "");
        var naming = naming(child);
        var step = naming.isEmpty() ? name : name + "[" + Xml.attribute(child, naming) + "]";
        if (BOXES.contains(child.name()) && naming.isEmpty()) return path;
        return path.isEmpty() ? step : path + "." + step;
    }

    /** The attribute by which its owner tells it from others of its kind. */
    private static String naming(XmlElement element) {
        return Stream.of("name", "target", "event", "businessKey", "variables")
                .filter(element.attributes()::containsKey)
                .findFirst()
                .orElse("");
    }

    private void put(String key, String value) {
        var free = key;
        for (var n = 2; found.containsKey(free); n++) free = key + "#" + n;
        found.put(free, value);
    }
}
