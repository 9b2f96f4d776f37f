package io.tandem.channel.mail;

import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.channel.mail.read.Unreadable;
import io.tandem.node.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** At most three attempts to make something of a mail; then a person looks at it. */
@Component
class MailAttempts {

    private static final Logger log = LoggerFactory.getLogger(MailAttempts.class);

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(5));
    /** Longer than an attempt takes, as a rule; who comes second finds it decided. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Queue<StoredMail> brokenOff = new ConcurrentLinkedQueue<>();
    private final Mails mails;
    private final MailPieces pieces;
    private final MailSorter sorter;

    MailAttempts(Mails mails, MailPieces pieces, MailSorter sorter) {
        this.mails = mails;
        this.pieces = pieces;
        this.sorter = sorter;
    }

    /** The mail that is next, which nobody else gets meanwhile. */
    Optional<StoredMail> beginNext() {
        takeBackBrokenOff();
        for (var mail : mails.due()) {
            if (isLast(mail)) {
                mails.became(mail, State.QUARANTINED, Reason.FAILED, mail.detail());
                continue;
            }
            var begun = mails.begin(mail, PATIENCE);
            if (begun.isPresent()) return begun;
        }
        return Optional.empty();
    }

    /** While the database is away, nothing can be taken back either. */
    private void takeBackBrokenOff() {
        for (var mail = brokenOff.peek(); mail != null; mail = brokenOff.peek()) {
            mails.takeBack(mail, PAUSES.get(0));
            brokenOff.remove(mail);
        }
    }

    private static boolean isLast(StoredMail mail) {
        return mail.attempts() > PAUSES.size();
    }

    void make(StoredMail mail) {
        try {
            sorter.sort(mail, pieces.read(mail.id()));
        } catch (Unreadable unreadable) {
            log.info("{}: mail {} cannot be read: {}", mail.mailbox(), mail.id(), unreadable.reason());
            mails.became(
                    mail,
                    State.QUARANTINED,
                    Reason.UNREADABLE,
                    unreadable.reason().name());
        } catch (RuntimeException | StackOverflowError failure) {
            failed(mail, failure);
        }
    }

    private void failed(StoredMail mail, Throwable failure) {
        if (Outage.passes(failure)) {
            log.warn("{}: mail {} waits for the database: {}", mail.mailbox(), mail.id(), failure.getClass());
            brokenOff.add(mail);
            return;
        }
        log.warn("{}: attempt {} to take in mail {} failed", mail.mailbox(), mail.attempts(), mail.id(), failure);
        var detail = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (isLast(mail)) {
            mails.became(mail, State.QUARANTINED, Reason.FAILED, detail);
        } else {
            mails.tryAgain(mail, detail, PAUSES.get(mail.attempts() - 1));
        }
    }
}
