package io.tandem.channel.mail;

import io.tandem.channel.mail.ImapFolder.Found;
import io.tandem.channel.mail.ImapFolder.TooLarge;
import io.tandem.channel.mail.StoredMail.Reason;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes in a mail by itself: a large one, one over which the connection has ended, one that a person asks for. */
@Component
class SingleFetch {

    private static final Logger log = LoggerFactory.getLogger(SingleFetch.class);

    /** So often the connection may end over one mail; then the others shall not wait for it any longer. */
    private static final int MOST_FAILURES = 5;

    private static final Pattern KEY = Pattern.compile("uid/(\\d+)/(\\d+)");

    /** Why a mail that somebody asked for did not come; in words under {@code mail.missed.<name>}. */
    enum Missed {
        CONNECTION_ENDED,
        GONE,
        STILL_TOO_LARGE
    }

    private final MailIntake intake;
    private final Mails mails;
    private final MailLimits limits;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    SingleFetch(MailIntake intake, Mails mails, MailLimits limits) {
        this.intake = intake;
        this.mails = mails;
        this.limits = limits;
    }

    /** By which a mail is known that is not here as a whole. */
    static String key(long validity, Found found) {
        return "uid/%d/%d".formatted(validity, found.uid());
    }

    void take(Mailbox mailbox, ImapFolder folder, Found found, long validity) throws MessagingException, IOException {
        var key = key(validity, found);
        try {
            fetch(mailbox, folder, found, key);
        } catch (MessagingException | IOException | RuntimeException | Error failure) {
            // Whatever it was: five times over one mail it is the mail's.
            if (isPassing(failure) || failures.merge(key, 1, Integer::sum) < MOST_FAILURES) throw failure;
            giveUp(mailbox, found, key, failure);
        }
        failures.remove(key);
    }

    private void fetch(Mailbox mailbox, ImapFolder folder, Found found, String key)
            throws MessagingException, IOException {
        try {
            intake.store(mailbox, List.of(folder.raw(found, most())));
        } catch (TooLarge tooLarge) {
            intake.storeHead(mailbox, key, folder.head(found), found.size(), Reason.TOO_LARGE);
        }
        folder.markDone(List.of(found));
    }

    /** As large a mail is taken in whole, in bytes. */
    long most() {
        return limits.mailSize().toBytes();
    }

    /** The database's trouble, and not the mail's: unless it refuses just this one. */
    private static boolean isPassing(Throwable failure) {
        if (failure instanceof DataIntegrityViolationException) return false;
        return failure instanceof DataAccessException || failure instanceof TransactionException;
    }

    /** It stays unread on the server, where people can look at it. */
    private void giveUp(Mailbox mailbox, Found found, String key, Throwable failure) throws MessagingException {
        log.warn("{}: the mail with the number {} cannot be fetched", mailbox, found.uid(), failure);
        intake.storeHead(mailbox, key, new byte[0], found.size(), Reason.NOT_FETCHED);
        if (failure instanceof MessagingException lost) throw lost;
    }

    /** What people want to be tried again: once for each time that they say so. */
    void fetchAskedFor(Mailbox mailbox, ImapFolder folder, long validity) throws MessagingException, IOException {
        for (var part : mails.askedFor(mailbox)) {
            mails.didNotCome(part, Missed.CONNECTION_ENDED);
            var found = find(folder, part, validity);
            if (found.isEmpty()) {
                mails.didNotCome(part, Missed.GONE);
            } else {
                fetchAskedFor(mailbox, folder, found.get(), part);
            }
        }
    }

    private static Optional<Found> find(ImapFolder folder, StoredMail part, long validity) throws MessagingException {
        var key = KEY.matcher(part.providerId());
        return key.matches() && Long.parseLong(key.group(1)) == validity
                ? folder.find(Long.parseLong(key.group(2)))
                : Optional.empty();
    }

    private void fetchAskedFor(Mailbox mailbox, ImapFolder folder, Found found, StoredMail part)
            throws MessagingException, IOException {
        try {
            intake.replace(mailbox, part, folder.raw(found, most()));
            folder.markDone(List.of(found));
        } catch (TooLarge tooLarge) {
            mails.didNotCome(part, Missed.STILL_TOO_LARGE);
        }
    }
}
