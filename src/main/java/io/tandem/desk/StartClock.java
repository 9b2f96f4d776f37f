package io.tandem.desk;

import static io.tandem.process.Variables.ANSWER_DUE_AT;
import static io.tandem.process.Variables.ANSWER_WITHIN;
import static io.tandem.process.Variables.DUE_AT;
import static io.tandem.process.Variables.RESOLVE_DUE_AT;
import static io.tandem.process.Variables.RESOLVE_WARN_AT;
import static io.tandem.process.Variables.RESOLVE_WARN_BEFORE;
import static io.tandem.process.Variables.RESOLVE_WITHIN;
import static io.tandem.process.Variables.SEEN;
import static io.tandem.process.Variables.WARN_AT;
import static io.tandem.process.Variables.WARN_BEFORE;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.desk.ServiceLevel.Promise;
import io.tandem.model.Step;
import io.tandem.ticket.Tickets;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Start the clock": what {@code service-level.dmn} promises, as the times by which agents answer and resolve. */
@Component
@Step(
        sets = {"warnAt", "answerDueAt", "resolveWarnAt", "resolveDueAt", "dueAt"},
        needs = {"answerWithin", "warnBefore"})
class StartClock implements JavaDelegate {

    private final Tickets tickets;
    private final Timekeeper timekeeper;

    StartClock(Tickets tickets, Timekeeper timekeeper) {
        this.tickets = tickets;
        this.timekeeper = timekeeper;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.lock(ticketOf(execution));
        var running = timekeeper.start(
                ticket, promised(execution), SEEN.find(execution).orElse(0));
        var response = running.response();
        // Without a promise of a resolution its timers ring with those of the response, and find nothing to do.
        var resolution = running.resolution().orElse(response);
        WARN_AT.set(execution, Date.from(response.warnAt()));
        ANSWER_DUE_AT.set(execution, Date.from(response.dueAt()));
        RESOLVE_WARN_AT.set(execution, Date.from(resolution.warnAt()));
        RESOLVE_DUE_AT.set(execution, Date.from(resolution.dueAt()));
        DUE_AT.set(execution, Date.from(ticket.dueAt().orElse(response.dueAt())));
    }

    private static ServiceLevel promised(DelegateExecution execution) {
        Optional<Promise> resolution = RESOLVE_WITHIN
                .find(execution)
                .map(within ->
                        Promise.of(within, RESOLVE_WARN_BEFORE.find(execution).orElse("PT0S")));
        return new ServiceLevel(Promise.of(ANSWER_WITHIN.get(execution), WARN_BEFORE.get(execution)), resolution);
    }
}
