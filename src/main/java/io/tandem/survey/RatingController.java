package io.tandem.survey;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.ticket.Rating;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customer's rating: counted once, and only by a press of the button. */
@RestController
class RatingController {

    private final Survey survey;

    RatingController(Survey survey) {
        this.survey = survey;
    }

    /** @param score 1 (bad) to 5 (good) */
    record NewRating(@Nullable Integer score, @Nullable String comment) {}

    @PutMapping("/api/tickets/{ticket}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(@PathVariable UUID ticket, @RequestBody NewRating rating) {
        var score = rating.score();
        if (score == null || score < Rating.WORST || score > Rating.BEST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "badScore", Map.of("worst", Rating.WORST, "best", Rating.BEST));
        }
        switch (survey.rate(ticket, score, FitText.comment(rating.comment()))) {
            case COUNTED -> {}
            case NOT_ASKED -> throw new Problem(HttpStatus.CONFLICT, "notAsked");
            case RATED_BEFORE -> throw new Problem(HttpStatus.CONFLICT, "ratedBefore");
        }
    }
}
