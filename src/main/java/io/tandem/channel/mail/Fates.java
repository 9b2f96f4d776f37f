package io.tandem.channel.mail;

import io.tandem.channel.mail.Fate.Fresh;
import io.tandem.channel.mail.Fate.Kept;
import io.tandem.channel.mail.Fate.Note;
import io.tandem.channel.mail.Fate.Reply;
import io.tandem.channel.mail.Fate.Returned;
import io.tandem.channel.mail.Fate.Rumoured;
import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.channel.mail.read.ReadMail;
import io.tandem.channel.mail.read.ReadMail.Bounce;
import io.tandem.channel.mail.read.ReadMail.Kind;
import io.tandem.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides what is to become of a mail. Only what a person wrote becomes a customer's words; and only on the ticket of
 * which it has the key, and only of an address that belongs to that ticket.
 */
@Component
class Fates {

    private static final Duration HOUR = Duration.ofHours(1);

    private final OwnAddresses own;
    private final Belonging belonging;
    private final Parties parties;
    private final Mails mails;
    private final MailLimits limits;
    private final Clock clock;

    Fates(OwnAddresses own, Belonging belonging, Parties parties, Mails mails, MailLimits limits, Clock clock) {
        this.own = own;
        this.belonging = belonging;
        this.parties = parties;
        this.mails = mails;
        this.limits = limits;
        this.clock = clock;
    }

    Fate of(Head head, ReadMail mail, byte[] raw) {
        var ticket = belonging.ticketOf(head);
        var bounce = mail.bounce();
        if (bounce != null) return bounce(bounce, ticket, mail, raw);
        var from = head.from();
        if (from.isPresent() && own.contain(from.get())) return new Kept(State.ASIDE, Reason.OWN);
        if (!isOfPerson(mail)) return ticket.<Fate>map(Note::new).orElseGet(() -> aside(mail));
        if (from.isEmpty()) return new Kept(State.QUARANTINED, Reason.NO_SENDER);
        if (ticket.filter(id -> parties.isKnown(id, from.get())).isPresent()) {
            return new Reply(ticket.get(), from.get(), fresh(head, from.get(), ticket, false));
        }
        return isFlood(from.get()) ? new Kept(State.QUARANTINED, Reason.FLOOD) : fresh(head, from.get(), ticket, false);
    }

    private Fate bounce(Bounce bounce, Optional<UUID> ticket, ReadMail mail, byte[] raw) {
        return belonging
                .returned(raw)
                .map(sent -> returned(sent, bounce))
                .or(() -> ticket.map(Note::new))
                .orElseGet(() -> aside(mail));
    }

    /**
     * Mails are forwarded: somebody else can know the id of ours, too. What is odd people read, and no delivery fails of it; but
     * the servers behind an alias name only the address at its end, so it need not be made up.
     */
    private static Fate returned(SentMail sent, Bounce bounce) {
        if (isAbout(sent, bounce)) return new Returned(sent, bounce);
        return bounce.permanent() ? new Rumoured(sent) : new Note(sent.ticket());
    }

    private static boolean isAbout(SentMail sent, Bounce bounce) {
        var address = MailAddress.of(sent.address());
        return bounce.named().stream().map(MailAddress::of).anyMatch(address::equals);
    }

    /** A person wants a ticket of it, whatever it is. */
    Optional<Fate> wanted(Head head, boolean quiet) {
        return head.from()
                .filter(from -> !own.contain(from))
                .map(from -> fresh(head, from, belonging.ticketOf(head), quiet));
    }

    /** Whether there is somebody to answer to, so that a person can have a ticket of it. */
    boolean isAnswerable(StoredMail mail) {
        var sender = mail.sender();
        return sender != null
                && MailAddress.of(sender).filter(from -> !own.contain(from)).isPresent();
    }

    private Fresh fresh(Head head, MailAddress from, Optional<UUID> keyed, boolean quiet) {
        var answerTo = head.replyTo().filter(to -> !own.contain(to)).orElse(from);
        var related = keyed.or(() -> belonging.mentionedIn(head.subject()).map(Ticket::id));
        return new Fresh(from, answerTo, related.orElse(null), keyed.isPresent(), quiet);
    }

    static boolean isOfPerson(ReadMail mail) {
        return mail.kind() == Kind.PERSON || mail.kind() == Kind.CALENDAR;
    }

    private boolean isFlood(MailAddress from) {
        return mails.ticketsOpenedBy(from, clock.instant().minus(HOUR)) >= limits.ticketsPerSender();
    }

    private static Kept aside(ReadMail mail) {
        return new Kept(
                State.ASIDE,
                switch (mail.kind()) {
                    case AUTO_REPLY -> Reason.AUTO_REPLY;
                    case BOUNCE -> Reason.BOUNCE;
                    case LIST -> Reason.LIST;
                    case AUTOMATIC, PERSON, CALENDAR -> Reason.AUTOMATIC;
                });
    }
}
