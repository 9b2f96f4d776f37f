package io.tandem.model.diagram;

import io.tandem.model.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads BPMN 2.0 files, whichever tool wrote them.
 *
 * <p>Flows are taken from the sequence flows alone: not every tool writes them at the nodes, too.
 */
public final class Diagrams {

    private Diagrams() {}

    /**
     * The processes of a file that have anything in them; if none has, all the same.
     *
     * @throws Unreadable if it is no BPMN
     * @throws NotSupported if it has an element whose behaviour is not followed here
     */
    public static List<ProcessModel> read(String file, byte[] bytes) {
        var root = Xml.rootOf(bytes);
        if (!Xml.isBpmn(root) || !"definitions".equals(root.name())) {
            throw new Unreadable("this is no BPMN 2.0: it begins with <" + root.name() + ">", 1);
        }
        for (var collaboration : Xml.bpmn(root, "collaboration")) {
            for (var message : Xml.bpmn(collaboration, "messageFlow")) {
                throw new NotSupported("messageFlow", message.attribute("id"), message.attribute("name"));
            }
        }
        var names = referencesIn(root);
        var processes = Xml.bpmn(root, "process").stream()
                .map(process -> read(file, process, names))
                .toList();
        var drawn = processes.stream()
                .filter(process -> !process.body().nodes().isEmpty())
                .toList();
        return drawn.isEmpty() ? processes : drawn;
    }

    private static ProcessModel read(String file, XmlElement process, Map<String, String> names) {
        var id = process.attribute("id");
        if (id == null) throw new Unreadable("a process has no id", 0);
        var body = new BodyReader(new NodeReader(names)).read(process);
        return new ProcessModel(file, id, process.attribute("name"), body);
    }

    /** What messages are called and which codes errors have, by their ids. */
    private static Map<String, String> referencesIn(XmlElement root) {
        var names = new HashMap<String, String>();
        for (var message : Xml.bpmn(root, "message")) put(names, message, "name");
        for (var error : Xml.bpmn(root, "error")) put(names, error, "errorCode");
        return names;
    }

    private static void put(Map<String, String> names, XmlElement element, String attribute) {
        var id = element.attribute("id");
        var name = element.attribute(attribute);
        if (id != null && name != null) names.put(id, name);
    }
}
