package io.tandem.survey;

import static io.tandem.process.Variables.SCORE;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Tickets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Record the rating": the rating is stored already; the process learns the score. */
@Component
@Step(sets = "score")
class RecordRating implements JavaDelegate {

    private final Tickets tickets;
    private final Ratings ratings;

    RecordRating(Tickets tickets, Ratings ratings) {
        this.tickets = tickets;
        this.ratings = ratings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var rating = ratings.of(tickets.get(ticketOf(execution)));
        SCORE.set(execution, rating.map(Rating::score).orElse(null));
    }
}
