package io.tandem.channel.mail;

import io.tandem.channel.mail.Bookmarks.Bookmark;
import io.tandem.channel.mail.ImapFolder.Found;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Takes in what is new in a mailbox: fetches mails, several by one command, stores them whole in one commit, then marks them on
 * the server. Sorting is others' work. Wherever this ends, the next round goes on: what is stored is not stored again, and
 * what is not is still new.
 */
@Component
class MailRound {

    private static final int AT_ONCE = 50;
    /** Of mails that are fetched together; one that is larger is fetched by itself. */
    private static final long BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final MailIntake intake;
    private final SingleFetch single;
    private final Bookmarks bookmarks;
    /**
     * Mailboxes whose last round failed: the next one fetches as many mails one by one as may have been in what failed, so that it
     * shows which it was. Not more: in a busy mailbox a round may never end.
     */
    private final Set<String> careful = ConcurrentHashMap.newKeySet();

    MailRound(MailIntake intake, SingleFetch single, Bookmarks bookmarks) {
        this.intake = intake;
        this.single = single;
        this.bookmarks = bookmarks;
    }

    void make(Mailbox mailbox, ImapFolder folder) throws MessagingException, IOException {
        var slowly = !careful.add(mailbox.name());
        var mark = bookmarkOf(mailbox, folder);
        single.fetchAskedFor(mailbox, folder, mark.uidValidity());
        // What stays unread, because it could not be fetched or marked, is looked at once a round.
        var seen = new HashSet<Long>();
        for (var news = folder.news(mark.lastUid(), seen); !news.isEmpty(); news = folder.news(mark.lastUid(), seen)) {
            news.forEach(found -> seen.add(found.uid()));
            collect(mailbox, folder, pending(mailbox, news, mark.uidValidity()), mark.uidValidity(), slowly);
            slowly = false;
            var last = news.get(news.size() - 1).uid();
            mark = new Bookmark(mark.uidValidity(), Math.max(mark.lastUid(), last));
            bookmarks.set(mailbox, mark);
        }
        careful.remove(mailbox.name());
    }

    /** At the first visit, and when the server has numbered all mails anew, only what is unread is new. */
    private Bookmark bookmarkOf(Mailbox mailbox, ImapFolder folder) throws MessagingException {
        var validity = folder.uidValidity();
        var known = bookmarks.of(mailbox, validity);
        return known.isPresent() ? known.get() : new Bookmark(validity, folder.lastUid());
    }

    private List<Found> pending(Mailbox mailbox, List<Found> news, long validity) {
        var known = intake.known(
                mailbox,
                news.stream().map(found -> SingleFetch.key(validity, found)).toList());
        return news.stream()
                .filter(found -> !known.contains(SingleFetch.key(validity, found)))
                .toList();
    }

    private void collect(Mailbox mailbox, ImapFolder folder, List<Found> pending, long validity, boolean slowly)
            throws MessagingException, IOException {
        var some = new ArrayList<Found>();
        long bytes = 0;
        int alone = slowly ? AT_ONCE : 0;
        for (var found : pending) {
            if (folder.isDone(found)) continue;
            if (alone-- > 0 || found.size() > single.most()) {
                single.take(mailbox, folder, found, validity);
                continue;
            }
            if (some.size() == AT_ONCE || bytes + found.size() > BYTES_AT_ONCE) {
                take(mailbox, folder, some, validity);
                some.clear();
                bytes = 0;
            }
            some.add(found);
            bytes += found.size();
        }
        take(mailbox, folder, some, validity);
    }

    private void take(Mailbox mailbox, ImapFolder folder, List<Found> some, long validity)
            throws MessagingException, IOException {
        if (some.size() < 2) {
            for (var found : some) single.take(mailbox, folder, found, validity);
            return;
        }
        var raws = folder.raw(some);
        var come = some.stream().filter(found -> raws.containsKey(found.uid())).toList();
        intake.store(mailbox, come.stream().map(found -> raws.get(found.uid())).toList());
        if (!come.isEmpty()) folder.markDone(come);
        for (var found : some) if (!raws.containsKey(found.uid())) single.take(mailbox, folder, found, validity);
    }
}
