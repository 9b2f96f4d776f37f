package io.tandem.desk;

import static io.tandem.process.Variables.ANSWER_WITHIN;
import static io.tandem.process.Variables.DUE_AT;
import static io.tandem.process.Variables.WARN_AT;
import static io.tandem.process.Variables.WARN_BEFORE;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Start the clock": turns what {@code service-level.dmn} allows into the times by which the agent answers. */
@Component
class StartClock implements JavaDelegate {

    private final Clock clock;

    StartClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = clock.instant().plus(Duration.parse(ANSWER_WITHIN.get(execution)));
        DUE_AT.set(execution, Date.from(due));
        WARN_AT.set(execution, Date.from(due.minus(Duration.parse(WARN_BEFORE.get(execution)))));
    }
}
