package io.tandem.process;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.Nearest;
import io.tandem.model.XmlElement;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A diagram waits for messages that the program sends: no other would ever come. */
@Component
final class KnownMessages implements DiagramRule {

    private static final Set<String> SENT = Arrays.stream(ProcessMessage.values())
            .map(ProcessMessage::inModel)
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        var events = diagram.nodes()
                .filter(node -> Diagram.trigger(node).equals("message"))
                .flatMap(event ->
                        Diagram.definition(event).stream().flatMap(definition -> check(diagram, event, definition)));
        var tasks = diagram.nodes("receiveTask").flatMap(task -> check(diagram, task, task));
        return Stream.concat(events, tasks);
    }

    private static Stream<Finding> check(Diagram diagram, XmlElement node, XmlElement referring) {
        var message = diagram.global("message", referring.attribute("messageRef"));
        if (message.isEmpty()) return Stream.of(diagram.error("message.missing", node, Map.of()));
        var name = message.get().attributes().getOrDefault("name", "");
        return SENT.contains(name)
                ? Stream.empty()
                : Stream.of(diagram.error(
                        "message.unknown", node, Map.of("message", name, "known", Nearest.listed(name, SENT))));
    }
}
