package io.tandem.channel.mail;

import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.channel.mail.read.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What becomes of a mail that has come: stored first, then sorted, at most three times; then a person looks at it. */
@Component
class MailIntake {

    private static final Logger log = LoggerFactory.getLogger(MailIntake.class);

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(5));
    /** Longer than an attempt takes, as a rule; who comes second finds it decided. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Mails mails;
    private final MailPieces pieces;
    private final MailSorter sorter;

    MailIntake(Mails mails, MailPieces pieces, MailSorter sorter) {
        this.mails = mails;
        this.pieces = pieces;
        this.sorter = sorter;
    }

    boolean isKnown(Mailbox mailbox, String providerId) {
        return mails.isKnown(mailbox, providerId);
    }

    /** @return nothing if it has come before */
    Optional<StoredMail> store(Mailbox mailbox, byte[] raw) {
        return store(mailbox, Likeness.of(raw), raw, raw.length);
    }

    /** A mail that cannot be had whole. */
    void storeHead(Mailbox mailbox, String key, byte[] head, long size, Reason reason) {
        store(mailbox, key, head, size).ifPresent(mail -> mails.became(mail, State.QUARANTINED, reason, null));
    }

    private Optional<StoredMail> store(Mailbox mailbox, String providerId, byte[] raw, long size) {
        if (mails.isKnown(mailbox, providerId)) return Optional.empty();
        try {
            return Optional.of(mails.store(mailbox, providerId, raw, size, PATIENCE));
        } catch (DuplicateKeyException otherWasFaster) {
            return Optional.empty();
        }
    }

    /** Goes on with mails of which an attempt has failed, or has never ended. */
    void resume(Mailbox mailbox) {
        for (var mail : mails.due(mailbox)) {
            if (mail.attempts() > PAUSES.size()) {
                mails.became(mail, State.QUARANTINED, Reason.FAILED, mail.detail());
            } else {
                attempt(mailbox, mail);
            }
        }
    }

    void attempt(Mailbox mailbox, StoredMail mail) {
        mails.begin(mail, PATIENCE);
        sort(mailbox, mails.find(mail.id()).orElseThrow(), pieces.read(mail.id()));
    }

    void sort(Mailbox mailbox, StoredMail mail, byte[] raw) {
        try {
            sorter.sort(mail, raw);
        } catch (Unreadable unreadable) {
            log.info("{}: mail {} cannot be read: {}", mailbox, mail.id(), unreadable.reason());
            mails.became(
                    mail,
                    State.QUARANTINED,
                    Reason.UNREADABLE,
                    unreadable.reason().name());
        } catch (RuntimeException | StackOverflowError failure) {
            log.warn("{}: attempt {} to take in mail {} failed", mailbox, mail.attempts(), mail.id(), failure);
            failed(mail, failure);
        }
    }

    private void failed(StoredMail mail, Throwable failure) {
        var detail = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (mail.attempts() > PAUSES.size()) {
            mails.became(mail, State.QUARANTINED, Reason.FAILED, detail);
        } else {
            mails.tryAgain(mail, detail, PAUSES.get(mail.attempts() - 1));
        }
    }
}
