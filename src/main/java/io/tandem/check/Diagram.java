package io.tandem.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.tandem.model.XmlElement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A BPMN file of the folder, read and not yet judged. */
public final class Diagram {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String SUB_PROCESS = "subProcess";
    private static final String FLOW = "sequenceFlow";

    /** What stands in a process without doing anything. */
    private static final Set<String> SCENERY = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "laneSet",
            "textAnnotation",
            "association",
            "group",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            FLOW);

    private static final String ARROW = " → ";

    /** Parts of other elements, which are drawn with them. */
    private static final Pattern HIDDEN = Pattern.compile("ventDefinition$|Expression$|^(time|loop)|Characteristics$");

    private final String file;
    private final XmlElement root;
    private final List<XmlElement> scopes;
    private final List<XmlElement> nodes;
    private final List<XmlElement> flows;
    private final Map<String, XmlElement> byId;
    private final Map<String, List<XmlElement>> outgoing;
    private final Map<String, List<XmlElement>> boundary;
    private final Map<XmlElement, XmlElement> shownBy = new IdentityHashMap<>();

    Diagram(String file, XmlElement root) {
        this.file = file;
        this.root = root;
        scopes = root.tree().filter(Diagram::isScope).toList();
        nodes = scopes.stream().flatMap(Diagram::nodesOf).toList();
        flows = scopes.stream().flatMap(scope -> scope.all(FLOW)).toList();
        byId = nodes.stream().collect(toMap(XmlElement::id, node -> node, (first, other) -> first));
        outgoing = flows.stream().collect(groupingBy(flow -> flow.attributes().getOrDefault("sourceRef", "")));
        boundary = nodes.stream()
                .filter(node -> node.is("boundaryEvent"))
                .collect(groupingBy(event -> event.attributes().getOrDefault("attachedToRef", "")));
        show(root, root);
    }

    private static boolean isScope(XmlElement element) {
        return isBpmn(element) && (element.is("process") || element.is(SUB_PROCESS));
    }

    public String file() {
        return file;
    }

    public XmlElement root() {
        return root;
    }

    public Stream<XmlElement> processes() {
        return bpmn("process");
    }

    /** Its processes, and the sub-processes in them: whatever holds nodes and flows. */
    public Stream<XmlElement> scopes() {
        return scopes.stream();
    }

    /** Everything that a token can be in, of whatever kind. */
    public Stream<XmlElement> nodes() {
        return nodes.stream();
    }

    /** Those of one scope, without those in its sub-processes. */
    public static Stream<XmlElement> nodesOf(XmlElement scope) {
        return scope.children().stream().filter(child -> isBpmn(child) && !SCENERY.contains(child.name()));
    }

    public Stream<XmlElement> nodes(String kind) {
        return nodes().filter(node -> node.is(kind));
    }

    public Stream<XmlElement> flows() {
        return flows.stream();
    }

    public List<XmlElement> outgoing(XmlElement node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    /** The node that a flow leads to. */
    public Optional<XmlElement> target(XmlElement flow) {
        return Optional.ofNullable(byId.get(flow.attributes().getOrDefault("targetRef", "")));
    }

    /** The process or sub-process that a node stands in. */
    public Optional<XmlElement> scopeOf(XmlElement node) {
        return scopes.stream()
                .filter(scope -> scope.children().stream().anyMatch(child -> child == node))
                .findFirst();
    }

    /** The boundary events that hang on the node. */
    public Stream<XmlElement> boundary(XmlElement node) {
        return boundary.getOrDefault(node.id(), List.of()).stream();
    }

    /** What an event waits for or does: {@code timer}, {@code message}, ...; empty for a plain one. */
    public static String trigger(XmlElement event) {
        return definition(event)
                .map(definition -> definition.name().replace("EventDefinition", ""))
                .orElse("");
    }

    public static Optional<XmlElement> definition(XmlElement event) {
        return event.children().stream()
                .filter(child -> child.name().endsWith("EventDefinition"))
                .findFirst();
    }

    public static boolean isTimer(XmlElement event) {
        return trigger(event).equals("timer");
    }

    /** Whether it is started by an event and not by a flow. */
    public static boolean isEventSubProcess(XmlElement scope) {
        return scope.is(SUB_PROCESS) && "true".equals(scope.attribute("triggeredByEvent"));
    }

    /** The elements beside the processes: messages, errors. */
    public Stream<XmlElement> bpmn(String name) {
        return root.all(name).filter(Diagram::isBpmn);
    }

    /** The message or error that a {@code messageRef} or {@code errorRef} names. */
    public Optional<XmlElement> global(String name, @Nullable String id) {
        return bpmn(name).filter(element -> element.id().equals(id)).findFirst();
    }

    private static boolean isBpmn(XmlElement element) {
        return element.namespace().equals(BPMN);
    }

    public Finding error(String rule, XmlElement at, Map<String, String> values) {
        return Finding.error(rule, file, element(at), values).at(at.line());
    }

    public Finding warning(String rule, XmlElement at, Map<String, String> values) {
        return Finding.warning(rule, file, element(at), values).at(at.line());
    }

    /** What people see of it in the diagram: what has no name of its own belongs to something that has. */
    private Finding.@Nullable Element element(XmlElement at) {
        var shown = shownBy.getOrDefault(at, at);
        return shown == root ? null : new Finding.Element(file, shown.id(), shownName(shown));
    }

    private void show(XmlElement element, XmlElement around) {
        var isNode = isScope(around) && !SCENERY.contains(element.name());
        var isShown = isBpmn(element)
                && (isNode || !element.id().isEmpty())
                && !HIDDEN.matcher(element.name()).find();
        var here = isShown ? element : around;
        shownBy.put(element, here);
        element.children().forEach(child -> show(child, here));
    }

    /** How people call it: an arrow by where it comes from and leads to. */
    public String nameOf(XmlElement element) {
        var name = shownName(element);
        return name == null ? element.id() : name;
    }

    private @Nullable String shownName(XmlElement element) {
        if (!element.is(FLOW)) return element.label();
        var ends = end(element, "sourceRef") + ARROW + end(element, "targetRef");
        return element.label() == null ? ends : ends + " (" + element.label() + ")";
    }

    private String end(XmlElement flow, String attribute) {
        var id = String.valueOf(flow.attribute(attribute));
        var node = byId.get(id);
        return node == null ? id : labelOf(node);
    }

    /** What people call the element of this id. */
    public Optional<String> named(String id) {
        return root.tree()
                .filter(element -> element.id().equals(id))
                .findFirst()
                .flatMap(element -> Optional.ofNullable(shownName(shownBy.getOrDefault(element, element))));
    }

    /** The arrow of this id as people call it; the id if there is none. */
    public String flowNamed(String id) {
        return flows().filter(flow -> flow.id().equals(id))
                .findFirst()
                .map(this::nameOf)
                .orElse(id);
    }

    /** Its name; its id if it has none. */
    public static String labelOf(XmlElement element) {
        var label = element.label();
        return label == null ? element.id() : label;
    }
}
