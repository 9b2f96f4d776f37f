package io.tandem.survey;

import static io.tandem.process.Variables.DAYS_SINCE_ASKED;
import static io.tandem.process.Variables.HANDOVER;
import static io.tandem.process.Variables.RESOLUTION;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Look up the last survey": the inputs of {@code survey.dmn}. */
@Component
@Step(sets = {"resolution", "handover", "daysSinceAsked"})
class LookUpLastSurvey implements JavaDelegate {

    private final Tickets tickets;
    private final Ratings ratings;
    private final Clock clock;

    LookUpLastSurvey(Tickets tickets, Ratings ratings, Clock clock) {
        this.tickets = tickets;
        this.ratings = ratings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.get(ticketOf(execution));
        RESOLUTION.set(execution, ticket.resolution().map(Enum::name).orElse(null));
        HANDOVER.set(execution, ticket.handover().map(Enum::name).orElse(null));
        DAYS_SINCE_ASKED.set(
                execution,
                ratings.lastAsked(ticket.customer())
                        .map(asked ->
                                (int) Duration.between(asked, clock.instant()).toDays())
                        .orElse(null));
    }
}
