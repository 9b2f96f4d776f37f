package io.tandem.desk.offer;

import io.tandem.bot.Suggestions;
import io.tandem.desk.offer.Candidates.Found;
import io.tandem.desk.offer.DraftedReplies.Draft;
import io.tandem.desk.offer.Experience.Subject;
import io.tandem.desk.offer.OfferList.ArticleOffer;
import io.tandem.desk.offer.OfferList.DraftOffer;
import io.tandem.desk.offer.OfferList.SimilarOffer;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an agent is offered on a ticket: offers, never scripts. */
@Component
class Offers {

    private final Tickets tickets;
    private final Messages messages;
    private final Candidates candidates;
    private final Drafting drafting;
    private final ShownOffers shown;
    private final Suggestions suggestions;

    Offers(
            Tickets tickets,
            Messages messages,
            Candidates candidates,
            Drafting drafting,
            ShownOffers shown,
            Suggestions suggestions) {
        this.tickets = tickets;
        this.messages = messages;
        this.candidates = candidates;
        this.drafting = drafting;
        this.shown = shown;
        this.suggestions = suggestions;
    }

    /** Lets a draft be worded, if it can be, before anybody waits for it; all else is found when the form asks. */
    void prepare(UUID id) {
        if (suggestions.wordsThem()) word(tickets.get(id));
    }

    private void word(Ticket ticket) {
        var basedOn = customersLast(ticket);
        if (drafting.isWordable(ticket, basedOn, candidates.on(ticket))) drafting.word(ticket, basedOn);
    }

    /** The same as {@link #on} with a draft that is worded as well as it can be. */
    OfferList worded(UUID id, String agent) {
        if (suggestions.wordsThem()) word(tickets.get(id));
        return on(id, agent);
    }

    OfferList on(UUID id, String agent) {
        var ticket = tickets.get(id);
        var found = candidates.on(ticket);
        var basedOn = customersLast(ticket);
        var draft = drafting.on(ticket, basedOn, found);
        return list(ticket, agent, found, draft, basedOn, drafting.isWordable(ticket, basedOn, found));
    }

    private OfferList list(
            Ticket ticket, String agent, Found found, Optional<Draft> draft, int basedOn, boolean wordable) {
        var subjects = new LinkedHashSet<Subject>();
        found.articles().forEach(help -> subjects.add(Candidates.subject(help)));
        found.similar().forEach(similar -> subjects.add(Candidates.subject(similar)));
        draft.ifPresent(made -> subjects.add(made.from()));
        var ids = shown.show(ticket.id(), ticket.topic().orElse(Candidates.NO_TOPIC), subjects);
        return new OfferList(
                basedOn,
                ticket.language(),
                draftOffer(ticket, agent, draft, ids, wordable),
                articles(ticket, found, ids),
                similar(found, ids));
    }

    private @Nullable DraftOffer draftOffer(
            Ticket ticket, String agent, Optional<Draft> draft, Map<Subject, UUID> ids, boolean wordable) {
        return draft.map(made -> new DraftOffer(id(ids, made.from()), drafting.letter(made, ticket, agent), wordable))
                .orElse(null);
    }

    private static List<ArticleOffer> articles(Ticket ticket, Found found, Map<Subject, UUID> ids) {
        return found.articles().stream()
                .map(help -> new ArticleOffer(
                        id(ids, Candidates.subject(help)),
                        help.source().article(),
                        help.source().title(),
                        help.source().url(ticket.language()),
                        help.text(),
                        help.confidence()))
                .toList();
    }

    private static List<SimilarOffer> similar(Found found, Map<Subject, UUID> ids) {
        return found.similar().stream()
                .map(one -> new SimilarOffer(
                        id(ids, Candidates.subject(one)),
                        one.matter(),
                        one.reply(),
                        one.byBot(),
                        one.score(),
                        one.closedAt()))
                .toList();
    }

    private static UUID id(Map<Subject, UUID> ids, Subject subject) {
        return Optional.ofNullable(ids.get(subject)).orElseThrow();
    }

    private int customersLast(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .mapToInt(Message::position)
                .max()
                .orElse(0);
    }
}
