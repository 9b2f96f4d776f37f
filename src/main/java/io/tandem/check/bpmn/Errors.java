package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An error that an event catches or ends with is declared in the file, with its code. */
@Component
final class Errors implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.nodes()
                .filter(node -> Diagram.trigger(node).equals("error"))
                .flatMap(event -> check(diagram, event).stream());
    }

    /** Without a reference an event catches every error, which is allowed; it cannot end with one. */
    private static Optional<Finding> check(Diagram diagram, XmlElement event) {
        var reference = Diagram.definition(event)
                .map(definition -> definition.attributes().getOrDefault("errorRef", ""))
                .orElse("");
        if (reference.isEmpty() && !event.is("endEvent")) return Optional.empty();
        var code = diagram.global("error", reference).map(error -> error.attribute("errorCode"));
        return isMissing(code.orElse(null))
                ? Optional.of(diagram.error("error.unknown", event, Map.of("error", reference)))
                : Optional.empty();
    }

    private static boolean isMissing(@Nullable String code) {
        return code == null || code.isBlank();
    }
}
