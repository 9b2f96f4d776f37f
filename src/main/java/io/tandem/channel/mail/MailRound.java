package io.tandem.channel.mail;

import io.tandem.channel.mail.Bookmarks.Bookmark;
import io.tandem.channel.mail.ImapFolder.Found;
import io.tandem.channel.mail.ImapFolder.TooLarge;
import io.tandem.channel.mail.StoredMail.Reason;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in what is new in a mailbox. Each mail is stored, whole and in one commit; then it is marked on the server, then
 * it becomes a message. Wherever this ends, the next round goes on: what is stored is not stored again, and what is not
 * is still new.
 */
@Component
class MailRound {

    private static final Logger log = LoggerFactory.getLogger(MailRound.class);

    /** So often the connection may end over one mail; then the others shall not wait for it any longer. */
    private static final int MOST_FAILURES = 5;

    private final MailIntake intake;
    private final Bookmarks bookmarks;
    private final MailLimits limits;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    MailRound(MailIntake intake, Bookmarks bookmarks, MailLimits limits) {
        this.intake = intake;
        this.bookmarks = bookmarks;
        this.limits = limits;
    }

    void make(Mailbox mailbox, ImapFolder folder) throws MessagingException, IOException {
        intake.resume(mailbox);
        var mark = bookmarkOf(mailbox, folder);
        // What stays unread, because it could not be fetched or marked, is looked at once a round.
        var seen = new HashSet<Long>();
        for (var news = folder.news(mark.lastUid(), seen); !news.isEmpty(); news = folder.news(mark.lastUid(), seen)) {
            for (var found : news) {
                seen.add(found.uid());
                collect(mailbox, folder, found, mark.uidValidity());
            }
            var last = news.get(news.size() - 1).uid();
            mark = new Bookmark(mark.uidValidity(), Math.max(mark.lastUid(), last));
            bookmarks.set(mailbox, mark);
        }
    }

    /** At the first visit, and when the server has numbered all mails anew, only what is unread is new. */
    private Bookmark bookmarkOf(Mailbox mailbox, ImapFolder folder) throws MessagingException {
        var validity = folder.uidValidity();
        var known = bookmarks.of(mailbox, validity);
        return known.isPresent() ? known.get() : new Bookmark(validity, folder.lastUid());
    }

    private void collect(Mailbox mailbox, ImapFolder folder, Found found, long validity)
            throws MessagingException, IOException {
        var key = "uid/%d/%d".formatted(validity, found.uid());
        if (folder.isDone(found) || intake.isKnown(mailbox, key)) return;
        try {
            take(mailbox, folder, found, key);
        } catch (MessagingException | IOException | RuntimeException failure) {
            if (failures.merge(key, 1, Integer::sum) < MOST_FAILURES) throw failure;
            giveUp(mailbox, found, key, failure);
        }
        failures.remove(key);
    }

    private void take(Mailbox mailbox, ImapFolder folder, Found found, String key)
            throws MessagingException, IOException {
        try {
            var raw = folder.raw(found, limits.mailSize().toBytes());
            var stored = intake.store(mailbox, raw);
            folder.markDone(found);
            stored.ifPresent(mail -> intake.sort(mailbox, mail, raw));
        } catch (TooLarge tooLarge) {
            intake.storeHead(mailbox, key, folder.head(found), found.size(), Reason.TOO_LARGE);
            folder.markDone(found);
        }
    }

    /** It stays unread on the server, where people can look at it. */
    private void giveUp(Mailbox mailbox, Found found, String key, Exception failure) throws MessagingException {
        log.warn("{}: the mail with the number {} cannot be fetched", mailbox, found.uid(), failure);
        intake.storeHead(mailbox, key, new byte[0], found.size(), Reason.NOT_FETCHED);
        if (failure instanceof MessagingException lost) throw lost;
    }
}
