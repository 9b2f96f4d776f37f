package io.tandem.insight.step;

import io.tandem.api.Problem;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where tickets are and how they went, for owners: of all agents together and never of a person. */
@RestController
class StepsController {

    private static final Set<Integer> PERIODS = Set.of(7, 30, CountSteps.LONGEST);

    private final LiveCounts counts;
    private final StepFigures figures;

    StepsController(LiveCounts counts, StepFigures figures) {
        this.counts = counts;
        this.figures = figures;
    }

    @GetMapping("/api/processes/now")
    LiveCounts.Now now() {
        return counts.now();
    }

    /** @param days 7, 30 or 90: there are no other periods, since a difference of two of them could be anybody's day */
    @GetMapping("/api/processes/{process}/figures")
    StepFigures.OfProcess figures(
            @PathVariable String process, @RequestParam(defaultValue = "30") int days, Principal reader) {
        if (!PERIODS.contains(days)) throw new Problem(HttpStatus.BAD_REQUEST, "noPeriod");
        return figures.look(process, days, reader.getName())
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "noProcess"));
    }
}
