package io.tandem.check.bpmn;

import io.tandem.check.Diagram;
import io.tandem.check.DiagramRule;
import io.tandem.check.Finding;
import io.tandem.check.Snapshot;
import io.tandem.model.XmlElement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A timer says a time that can be read, lies ahead, and does not come round more often than once a minute. */
@Component
final class Timers implements DiagramRule {

    static final Duration SHORTEST_ROUND = Duration.ofMinutes(1);

    private final Clock clock;

    Timers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Stream<Finding> check(Diagram diagram, Snapshot folder) {
        return diagram.nodes()
                .filter(Diagram::isTimer)
                .flatMap(event ->
                        Diagram.definition(event).stream().flatMap(timer -> check(diagram, event, timer).stream()));
    }

    private Optional<Finding> check(Diagram diagram, XmlElement event, XmlElement timer) {
        for (var kind : Map.<String, Function<String, Optional<String>>>of(
                        "timeDuration", Timers::ofDuration,
                        "timeDate", this::ofDate,
                        "timeCycle", Timers::ofCycle)
                .entrySet()) {
            var time = timer.first(kind.getKey());
            if (time.isEmpty()) continue;
            var written = time.get().text().strip();
            if (Times.isExpression(written)) return Optional.empty();
            return kind.getValue().apply(written).map(rule -> diagram.error(rule, event, Map.of("written", written)));
        }
        return Optional.of(diagram.error("timer.missing", event, Map.of()));
    }

    private static Optional<String> ofDuration(String written) {
        return Times.duration(written)
                .map(time -> time.isNegative() ? Optional.of("timer.past") : Optional.<String>empty())
                .orElse(Optional.of("time.broken"));
    }

    private Optional<String> ofDate(String written) {
        return Times.moment(written)
                .map(time -> time.isBefore(clock.instant()) ? Optional.of("timer.past") : Optional.<String>empty())
                .orElse(Optional.of("time.broken"));
    }

    private static Optional<String> ofCycle(String written) {
        return Times.cycle(written)
                .map(time ->
                        time.compareTo(SHORTEST_ROUND) < 0 ? Optional.of("timer.tooFast") : Optional.<String>empty())
                .orElse(Optional.of("time.broken"));
    }
}
