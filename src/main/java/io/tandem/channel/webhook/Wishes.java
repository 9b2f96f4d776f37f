package io.tandem.channel.webhook;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.channel.Channel;
import io.tandem.channel.Press;
import io.tandem.channel.Presses;
import io.tandem.process.Transactions;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What customers press in another system: that they want a person, whether it helped, how it was. */
@Component
class Wishes {

    private static final Set<String> KINDS = Set.of("human", "helped", "rating", "press");

    private final Presses presses;
    private final Addresses addresses;
    private final Tickets tickets;
    private final Messages messages;
    private final Transactions transactions;

    Wishes(Presses presses, Addresses addresses, Tickets tickets, Messages messages, Transactions transactions) {
        this.presses = presses;
        this.addresses = addresses;
        this.tickets = tickets;
        this.messages = messages;
        this.transactions = transactions;
    }

    Answer take(Channel channel, Letter letter) {
        if (!KINDS.contains(letter.kind())) throw badType();
        var ticket = ticketOf(channel, letter.from());
        var outcome = presses.press(ticket.id(), press(ticket, letter), FitText.comment(letter.comment()));
        return Answer.pressed(ticket, outcome);
    }

    private Ticket ticketOf(Channel channel, String conversation) {
        var address = new Address(channel.addresses(), conversation);
        return transactions.inOne(() -> addresses
                .holdOwner(address)
                .flatMap(customer -> tickets.latestOf(customer, channel.name(), conversation))
                .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "webhookNoTicket")));
    }

    private String press(Ticket ticket, Letter letter) {
        return switch (letter.kind()) {
            case "human" -> Press.human().text();
            case "helped" -> feedback(ticket, letter);
            case "rating" -> Press.rate(ticket.resolutions(), score(letter)).text();
            case "press" -> Optional.ofNullable(letter.press()).orElseThrow(Wishes::incomplete);
            default -> throw badType();
        };
    }

    private static Problem badType() {
        return new Problem(HttpStatus.BAD_REQUEST, "webhookBadType");
    }

    private String feedback(Ticket ticket, Letter letter) {
        if (letter.helped() == null) throw new Problem(HttpStatus.BAD_REQUEST, "noFeedback");
        var answer = letter.message() == null ? latestOfBot(ticket) : letter.message();
        return (letter.helped() ? Press.helped(answer) : Press.unhelped(answer)).text();
    }

    private UUID latestOfBot(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Author.BOT))
                .reduce((earlier, later) -> later)
                .orElseThrow(Wishes::incomplete)
                .id();
    }

    private static Problem incomplete() {
        return new Problem(HttpStatus.BAD_REQUEST, "webhookIncomplete");
    }

    private static int score(Letter letter) {
        var score = letter.score();
        if (score == null || score < Rating.WORST || score > Rating.BEST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "badScore", Map.of("worst", Rating.WORST, "best", Rating.BEST));
        }
        return score;
    }
}
