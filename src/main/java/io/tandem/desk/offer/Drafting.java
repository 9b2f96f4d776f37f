package io.tandem.desk.offer;

import io.tandem.bot.PersonalData;
import io.tandem.bot.Suggestions;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.desk.offer.Candidates.Found;
import io.tandem.desk.offer.Candidates.Help;
import io.tandem.desk.offer.DraftedReplies.Draft;
import io.tandem.desk.offer.Experience.Kind;
import io.tandem.desk.offer.Experience.Subject;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Ticket;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drafts a reply: a surely known article, else what a person has written in the like matter, else the best guess. */
@Component
class Drafting {

    private final Suggestions suggestions;
    private final DraftedReplies replies;
    private final Customers customers;
    private final Staff staff;
    private final Texts texts;
    private final Markdown markdown;
    private final Transactions transactions;
    private final OfferSettings settings;

    Drafting(
            Suggestions suggestions,
            DraftedReplies replies,
            Customers customers,
            Staff staff,
            Texts texts,
            Markdown markdown,
            Transactions transactions,
            OfferSettings settings) {
        this.suggestions = suggestions;
        this.replies = replies;
        this.customers = customers;
        this.staff = staff;
        this.texts = texts;
        this.markdown = markdown;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The one that was worded, if the customer has written nothing since; else a plain one. */
    Optional<Draft> on(Ticket ticket, int basedOn, Found found) {
        return kept(ticket, basedOn).or(() -> plain(basedOn, found));
    }

    /** Whether a language model could still word it better. */
    boolean isWordable(Ticket ticket, int basedOn, Found found) {
        return suggestions.wordsThem()
                && sureArticle(found).isPresent()
                && kept(ticket, basedOn).isEmpty();
    }

    private Optional<Draft> kept(Ticket ticket, int basedOn) {
        return replies.of(ticket.id()).filter(draft -> draft.basedOn() == basedOn);
    }

    /** Lets it be worded, which may take seconds; kept for whoever opens the ticket. */
    void word(Ticket ticket, int basedOn) {
        var finding = suggestions.worded(ticket);
        if (finding.confidence() < settings.draftConfidence()) return;
        finding.sources().stream().findFirst().map(Source::article).ifPresent(article -> {
            var text = markdown.toPlain(finding.text());
            var draft = new Draft(basedOn, new Subject(Kind.ARTICLE, article), text);
            transactions.inOne(() -> replies.keep(ticket.id(), draft));
        });
    }

    private Optional<Draft> plain(int basedOn, Found found) {
        var person = found.similar().stream()
                .filter(similar -> !similar.byBot())
                .findFirst()
                .map(similar -> new Draft(basedOn, Candidates.subject(similar), similar.reply()));
        return sureArticle(found)
                .map(sure -> draft(basedOn, sure))
                .or(() -> person)
                .or(() -> found.articles().stream().findFirst().map(best -> draft(basedOn, best)));
    }

    private Optional<Help> sureArticle(Found found) {
        return found.articles().stream().findFirst().filter(best -> best.confidence() >= settings.draftConfidence());
    }

    private static Draft draft(int basedOn, Help help) {
        return new Draft(basedOn, Candidates.subject(help), help.text());
    }

    /** With a greeting to the customer and the agent's name below it. */
    String letter(Draft draft, Ticket ticket, String agent) {
        var name = Optional.ofNullable(customers.get(ticket.customer()).name()).filter(PersonalData::isName);
        var greeting = name.map(known -> texts.get(ticket.language(), "offer.greeting", Map.of("name", known)))
                .orElseGet(() -> texts.get(ticket.language(), "offer.greeting.unnamed"));
        var farewell = texts.get(ticket.language(), "offer.farewell", Map.of("agent", staff.nameOf(agent)));
        return greeting + "\n\n" + draft.text() + "\n\n" + farewell;
    }
}
