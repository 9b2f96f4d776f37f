package io.tandem.desk.offer;

import io.tandem.desk.offer.Masks.Masked;
import io.tandem.desk.offer.SolvedIndex.Hit;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How others were helped in the like matter, and liked it. Nothing in it says who they were. */
@Component
class SimilarTickets {

    private static final int MOST_LOOKED_AT = 12;
    private static final int LONGEST_MATTER = 240;

    private final SolvedIndex index;
    private final SolvedTickets solved;
    private final CustomersWords words;
    private final Tickets tickets;
    private final Messages messages;
    private final Customers customers;
    private final Masks masks;
    private final OfferSettings settings;

    SimilarTickets(
            SolvedIndex index,
            SolvedTickets solved,
            CustomersWords words,
            Tickets tickets,
            Messages messages,
            Customers customers,
            Masks masks,
            OfferSettings settings) {
        this.index = index;
        this.solved = solved;
        this.words = words;
        this.tickets = tickets;
        this.messages = messages;
        this.customers = customers;
        this.masks = masks;
        this.settings = settings;
    }

    /** The likest first; the same reply, given to several, is one. */
    List<Similar> to(Ticket ticket) {
        var asked = words.of(List.of(ticket.id())).getOrDefault(ticket.id(), "");
        var hits = index.like(ticket.language(), ticket.topic().orElse(null), asked, MOST_LOOKED_AT).stream()
                .filter(hit -> hit.likeness() >= settings.leastLikeness())
                .filter(hit -> !hit.ticket().equals(ticket.id()))
                .toList();
        var byReply = new LinkedHashMap<String, Similar>();
        stillSolved(hits).forEach(found -> byReply.putIfAbsent(found.item(), found));
        return List.copyOf(byReply.values());
    }

    /** What the index says is checked: a ticket may have come back, or be gone. */
    private Stream<Similar> stillSolved(List<Hit> hits) {
        var still = solved.among(hits.stream().map(Hit::ticket).toList());
        var gone = hits.stream()
                .map(Hit::ticket)
                .filter(Predicate.not(still::containsKey))
                .toList();
        if (!gone.isEmpty()) index.forget(gone);
        return hits.stream()
                .flatMap(
                        hit -> Optional.ofNullable(still.get(hit.ticket()))
                                .flatMap(ticket -> similar(ticket, hit.likeness()))
                                .stream());
    }

    private Optional<Similar> similar(SolvedTicket ticket, double likeness) {
        var said = messages.of(ticket.id()).stream()
                .filter(message -> !message.internal())
                .toList();
        var masked = masks.of(said, ticket.language(), Stream.ofNullable(customer(ticket.id())));
        return helped(said)
                .map(help -> {
                    var byBot = help.isFrom(Author.BOT);
                    var reply = byBot ? masked.answer(help.text()) : masked.reply(help.text());
                    return new Similar(matter(said, masked), reply, byBot, ticket.score(), ticket.closedAt(), likeness);
                })
                .filter(similar -> !similar.reply().isBlank());
    }

    private @Nullable String customer(UUID ticket) {
        return customers.get(tickets.get(ticket).customer()).name();
    }

    /** A person's longest reply: the last one is often but a farewell. Else the bot's answer that helped. */
    private static Optional<Message> helped(List<Message> said) {
        return said.stream()
                .filter(message -> message.isFrom(Author.AGENT))
                .max(Comparator.comparingInt(message -> message.text().length()))
                .or(() -> said.stream()
                        .filter(message -> message.isAnswer() && Boolean.TRUE.equals(message.helped()))
                        .reduce((earlier, later) -> later));
    }

    private static String matter(List<Message> said, Masked masked) {
        var line = said.stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(message -> masked.text(message.text()).replaceAll("\\s+", " "))
                .max(Comparator.comparingInt(text -> Math.min(text.length(), LONGEST_MATTER)))
                .orElse("");
        return line.length() <= LONGEST_MATTER
                ? line
                : line.substring(0, LONGEST_MATTER).strip() + " …";
    }
}
