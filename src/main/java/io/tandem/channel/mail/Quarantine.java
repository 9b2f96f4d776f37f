package io.tandem.channel.mail;

import io.tandem.api.Problem;
import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.channel.mail.read.MailReader;
import io.tandem.channel.mail.read.ReadMail;
import io.tandem.channel.mail.read.ReadMail.Body;
import io.tandem.channel.mail.read.ReadMail.Ids;
import io.tandem.channel.mail.read.ReadMail.Kind;
import io.tandem.channel.mail.read.ReadMail.People;
import io.tandem.channel.mail.read.Unreadable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Mails that are no ticket: those that could not be taken in, and those that no person wrote. People decide about them. */
@Component
class Quarantine {

    private static final Set<State> HERE = EnumSet.of(State.QUARANTINED, State.ASIDE);
    private static final Set<Reason> ONLY_HEAD = EnumSet.of(Reason.TOO_LARGE, Reason.NOT_FETCHED);

    /** Another attempt may find something else: what failed may work by now, and a flood ends. */
    private static final Set<Reason> MAY_CHANGE =
            EnumSet.of(Reason.FAILED, Reason.FLOOD, Reason.NOT_FETCHED, Reason.UNREADABLE, Reason.TOO_LARGE);

    /** What people can do with a mail. */
    enum Act {
        TICKET,
        AGAIN,
        DISMISS
    }

    private final Mails mails;
    private final MailPieces pieces;
    private final MailReader reader;
    private final Fates fates;
    private final MailDelivery delivery;
    private final MailSorting sorting;
    private final MailLimits limits;

    Quarantine(
            Mails mails,
            MailPieces pieces,
            MailReader reader,
            Fates fates,
            MailDelivery delivery,
            MailSorting sorting,
            MailLimits limits) {
        this.mails = mails;
        this.pieces = pieces;
        this.reader = reader;
        this.fates = fates;
        this.delivery = delivery;
        this.sorting = sorting;
        this.limits = limits;
    }

    StoredMail get(UUID id) {
        var mail = mails.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "notFound"));
        if (!HERE.contains(mail.state())) throw decided();
        return mail;
    }

    /** Somebody else, or the mailbox, has just done something with it. */
    private static Problem decided() {
        return new Problem(HttpStatus.CONFLICT, "mailDecided");
    }

    /** What makes sense for it, the most useful first. */
    List<Act> acts(StoredMail mail) {
        var acts = EnumSet.of(Act.DISMISS);
        if (fates.isAnswerable(mail)) acts.add(Act.TICKET);
        if (MAY_CHANGE.contains(mail.reason()) && !isTooLarge(mail) && !mail.isAskedFor()) acts.add(Act.AGAIN);
        return List.copyOf(acts);
    }

    byte[] raw(UUID id) {
        return pieces.read(get(id).id());
    }

    /** What is here is sorted anew; what is not, whoever watches the mailbox fetches first. */
    void tryAgain(UUID id) {
        var mail = get(id);
        if (isTooLarge(mail)) throw new Problem(HttpStatus.CONFLICT, "mailNotWhole");
        if (ONLY_HEAD.contains(mail.reason())) {
            mails.askFor(mail);
        } else {
            if (!mails.startAnew(mail)) throw decided();
            sorting.ring();
        }
    }

    /** Unless the limit was raised since. */
    private boolean isTooLarge(StoredMail mail) {
        return mail.reason() == Reason.TOO_LARGE
                && mail.size() > limits.mailSize().toBytes();
    }

    /** @return the ticket that it became */
    UUID makeTicket(UUID id) {
        var mail = get(id);
        var raw = pieces.read(id);
        var read = read(mail, raw);
        var fate = fates.wanted(Head.of(raw), !Fates.isOfPerson(read))
                .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "mailNoSender"));
        delivery.carryOut(fate, mail, read);
        var ticket = mails.find(id).orElseThrow().ticket();
        if (ticket == null) throw decided();
        return ticket;
    }

    /** What can be read of it: its subject at least. */
    private ReadMail read(StoredMail mail, byte[] raw) {
        try {
            return reader.read(raw);
        } catch (Unreadable unreadable) {
            return new ReadMail(
                    new Ids(mail.messageId(), List.of(), List.of()),
                    new People(null, List.of(), null, List.of(), List.of(), List.of()),
                    null,
                    mail.subject(),
                    null,
                    Kind.PERSON,
                    null,
                    new Body("", "", null),
                    List.of(),
                    List.of());
        }
    }

    void dismiss(UUID id) {
        if (!mails.dismiss(get(id))) throw decided();
    }
}
