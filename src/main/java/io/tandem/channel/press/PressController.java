package io.tandem.channel.press;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.channel.Press;
import io.tandem.channel.PressKeys;
import io.tandem.channel.Presses;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page behind a link asks and does. The key lets its holder press the buttons of one ticket; it is in the body, since
 * addresses are written down on the way.
 */
@RestController
@RequestMapping(path = "/api/presses", produces = MediaType.APPLICATION_JSON_VALUE)
class PressController {

    private final PressKeys keys;
    private final Presses presses;
    private final Tickets tickets;
    private final Messages messages;

    PressController(PressKeys keys, Presses presses, Tickets tickets, Messages messages) {
        this.keys = keys;
        this.presses = presses;
        this.tickets = tickets;
        this.messages = messages;
    }

    /**
     * @param press what the button says
     * @param score instead of the link's, where the customer has thought again
     * @param comment that goes with a rating
     */
    record Pressed(
            @Nullable String key,
            @Nullable String press,
            @Nullable Integer score,
            @Nullable String comment) {}

    /**
     * What the button is for; nothing of what was said.
     *
     * @param choice what the customer would say that they mean
     * @param score the one that the link is for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offer(
            String language,
            String kind,
            @Nullable String choice,
            @Nullable Integer score) {}

    /** Changes nothing: programs that look into mails may call it as often as they like. */
    @PostMapping("/offers")
    Offer offer(@RequestBody Pressed pressed) {
        var ticket = ticketOf(pressed);
        var press = read(pressed);
        var kind = press.kind().name().toLowerCase(Locale.ROOT);
        return switch (press.kind()) {
            case CHOOSE -> new Offer(ticket.language(), kind, choice(ticket, press), null);
            case RATE -> new Offer(ticket.language(), kind, null, press.number());
            default -> new Offer(ticket.language(), kind, null, null);
        };
    }

    private @Nullable String choice(Ticket ticket, Press press) {
        if (press.message() == null) return null;
        return messages.find(press.message())
                .filter(question -> question.ticket().equals(ticket.id()))
                .filter(question -> press.number() < question.choiceList().size())
                .map(question -> question.choiceList().get(press.number()))
                .map(Source::title)
                .orElse(null);
    }

    @PostMapping
    Presses.Outcome press(@RequestBody Pressed pressed) {
        var ticket = ticketOf(pressed);
        var press = read(pressed);
        var meant = press.kind() == Press.Kind.RATE && pressed.score() != null
                ? Press.rate(press.resolution(), checked(pressed.score()))
                : press;
        return presses.press(ticket.id(), meant.text(), FitText.comment(pressed.comment()));
    }

    private static int checked(int score) {
        if (score < Rating.WORST || score > Rating.BEST)
            throw new Problem(HttpStatus.BAD_REQUEST, "badScore", Map.of("worst", Rating.WORST, "best", Rating.BEST));
        return score;
    }

    private Ticket ticketOf(Pressed pressed) {
        var key = pressed.key() == null ? "" : pressed.key();
        return keys.ticketOf(key)
                .flatMap(tickets::find)
                .map(tickets::survivorOf)
                .orElseThrow(() -> new Problem(HttpStatus.FORBIDDEN, "badPressKey"));
    }

    private static Press read(Pressed pressed) {
        return Press.read(pressed.press() == null ? "" : pressed.press())
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "badPress"));
    }
}
