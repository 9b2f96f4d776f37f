package io.tandem.routing;

import io.tandem.api.Problem;
import io.tandem.process.Queues;
import io.tandem.process.Transactions;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An agent's own seat at the desk. There is no way to another one's, for nobody. */
@RestController
@RequestMapping(path = "/api/desk/me", produces = MediaType.APPLICATION_JSON_VALUE)
class SeatController {

    private final Seats seats;
    private final Queues queues;
    private final QueueWatch watch;
    private final RoutingSettings settings;
    private final Transactions transactions;

    SeatController(Seats seats, Queues queues, QueueWatch watch, RoutingSettings settings, Transactions transactions) {
        this.seats = seats;
        this.queues = queues;
        this.watch = watch;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * @param limit the limit of open tickets that holds
     * @param usualLimit the one that holds for whoever has set none
     * @param open how many tickets wait for this agent to do something
     * @param lastSeen when this agent's browser last asked the desk for something; kept to the minute, the last time only
     */
    record MySeat(
            int limit,
            int usualLimit,
            boolean ownLimit,
            int open,
            boolean away,
            @Nullable Instant lastSeen) {}

    @GetMapping("/seat")
    MySeat seat(Principal agent) {
        var seat = seats.of(agent.getName());
        return new MySeat(
                seat.limitOr(settings.limit()),
                settings.limit(),
                seat.limit() != null,
                queues.heldBy(agent.getName()),
                seat.away(),
                seat.lastSeen());
    }

    /** @param limit none to keep to the usual one */
    record NewLimit(@Nullable Integer limit) {}

    @PutMapping("/limit")
    MySeat limit(@RequestBody NewLimit wanted, Principal agent) {
        var limit = wanted.limit();
        if (limit != null && (limit < 1 || limit > Seat.MOST)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "badLimit", Map.of("most", Seat.MOST));
        }
        transactions.inOne(() -> seats.limit(agent.getName(), limit));
        return seat(agent);
    }

    record NewAway(@Nullable Boolean away) {}

    @PutMapping("/away")
    MySeat away(@RequestBody NewAway wanted, Principal agent) {
        var away = wanted.away();
        if (away == null) throw new Problem(HttpStatus.BAD_REQUEST, "noAway");
        transactions.inOne(() -> seats.away(agent.getName(), away));
        if (away) watch.nothingIsKeptFor(agent.getName());
        return seat(agent);
    }
}
