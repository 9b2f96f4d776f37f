package io.tandem.routing;

import io.tandem.content.Texts;
import io.tandem.routing.NextTicket.Outcome;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** "Give me the next": the agent asks, nobody pushes. */
@RestController
@RequestMapping(path = "/api/desk/next", produces = MediaType.APPLICATION_JSON_VALUE)
class NextController {

    private final NextTicket next;
    private final Texts texts;

    NextController(NextTicket next, Texts texts) {
        this.next = next;
        this.texts = texts;
    }

    /**
     * @param task the id of the ticket's task, which the agent has from now on; none if no ticket was given
     * @param sentence what came of it, for people
     */
    record Next(
            Outcome outcome,
            @Nullable String task,
            @Nullable Long number,
            String sentence) {}

    @PostMapping
    Next give(Principal agent, Locale locale) {
        var given = next.give(agent.getName());
        var key = "desk.next." + given.outcome().name().toLowerCase(Locale.ROOT);
        var number = given.taken().map(taken -> taken.ticket().number()).orElse(null);
        return new Next(
                given.outcome(),
                given.taken().map(taken -> taken.task().id()).orElse(null),
                number,
                texts.get(locale.getLanguage(), key, Map.of("number", String.valueOf(number), "limit", given.limit())));
    }
}
