package io.tandem.desk.offer;

import io.tandem.api.Problem;
import io.tandem.process.AgentTask.UnknownTask;
import io.tandem.process.AgentTasks;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the agent's form offers beside the box; asked for when the form is there already. */
@RestController
@RequestMapping(path = "/api/desk", produces = MediaType.APPLICATION_JSON_VALUE)
class OffersController {

    private final Offers offers;
    private final ShownOffers shown;
    private final AgentTasks tasks;

    OffersController(Offers offers, ShownOffers shown, AgentTasks tasks) {
        this.offers = offers;
        this.shown = shown;
        this.tasks = tasks;
    }

    @GetMapping("/tasks/{task}/offers")
    OfferList offers(@PathVariable String task, Principal agent) {
        return offers.on(ticketOf(task), agent.getName());
    }

    /** The offers with a draft that the operator's language model has worded, if there is one: it may take seconds. */
    @PutMapping("/tasks/{task}/offers/draft")
    OfferList draft(@PathVariable String task, Principal agent) {
        return offers.worded(ticketOf(task), agent.getName());
    }

    /** The offer was inserted; by whom is not asked. */
    @PutMapping("/offers/{offer}/used")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void used(@PathVariable UUID offer) {
        if (!shown.use(offer)) throw new Problem(HttpStatus.NOT_FOUND, "unknownOffer");
    }

    private UUID ticketOf(String id) {
        try {
            return tasks.get(id).ticket();
        } catch (UnknownTask unknown) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknownTask");
        }
    }
}
