package io.tandem.channel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A mailbox's folder on its server, open. */
final class ImapFolder implements AutoCloseable {

    /** So that the first visit to a full box does not hold all of it in memory. */
    private static final int AT_ONCE = 100;

    private static final String DONE = "$TandemDone";

    /** A mail on the server. */
    record Found(long uid, int size, IMAPMessage message) {}

    private final Store store;
    private final IMAPFolder folder;

    private ImapFolder(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static ImapFolder open(Mailbox mailbox) throws MessagingException, IOException {
        var server = mailbox.imap();
        var store = MailSessions.imap(mailbox).getStore(server.protocol());
        try {
            store.connect(server.host(), server.port(), server.user(), mailbox.secret(server));
            var folder = (IMAPFolder) store.getFolder(server.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapFolder(store, folder);
        } catch (MessagingException | RuntimeException | IOException e) {
            store.close();
            throw e;
        }
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The number of the latest mail in it. */
    long lastUid() throws MessagingException {
        return folder.getUIDNext() - 1;
    }

    /**
     * Mails that may be new, in the order in which they came: all after the given number, whether or not somebody has
     * opened them by another program; and what is unread before it.
     *
     * @param but numbers that are not asked for
     */
    List<Found> news(long after, Set<Long> but) throws MessagingException {
        var found = new TreeMap<Long, Message>();
        for (var message : folder.getMessagesByUID(after + 1, UIDFolder.LASTUID)) {
            if (message != null && folder.getUID(message) > after) found.put(folder.getUID(message), message);
        }
        for (var message : folder.search(new FlagTerm(new Flags(Flag.SEEN), false))) {
            found.put(folder.getUID(message), message);
        }
        found.keySet().removeAll(but);
        var first = found.values().stream().limit(AT_ONCE).toArray(Message[]::new);
        var details = new FetchProfile();
        details.add(FetchProfile.Item.FLAGS);
        details.add(FetchProfile.Item.SIZE);
        folder.fetch(first, details);
        return List.of(first).stream()
                .map(this::found)
                .sorted(Comparator.comparing(Found::uid))
                .toList();
    }

    private Found found(Message message) {
        try {
            return new Found(folder.getUID(message), message.getSize(), (IMAPMessage) message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether we have marked it before, maybe on another node. */
    boolean isDone(Found found) throws MessagingException {
        return found.message().isSet(Flag.SEEN) && found.message().getFlags().contains(DONE);
    }

    /**
     * The whole mail.
     *
     * @throws TooLarge if it has more bytes; a server's own count may be wrong
     */
    byte[] raw(Found found, long most) throws MessagingException, IOException, TooLarge {
        if (found.size() > most) throw new TooLarge();
        var bytes = new ByteArrayOutputStream(Math.max(1024, found.size())) {
            @Override
            public synchronized void write(byte[] piece, int from, int length) {
                if (count + (long) length > most) throw new TooLarge();
                super.write(piece, from, length);
            }
        };
        found.message().writeTo(bytes);
        return bytes.toByteArray();
    }

    /** As if it were a mail without words. */
    byte[] head(Found found) throws MessagingException {
        var lines = Collections.list(found.message().getAllHeaderLines());
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    void markDone(Found found) throws MessagingException {
        try {
            var flags = new Flags(Flag.SEEN);
            if (folder.getPermanentFlags().contains(Flag.USER)) flags.add(DONE);
            found.message().setFlags(flags, true);
        } catch (MessageRemovedException gone) {
            // somebody deleted it: it is stored here
        }
    }

    /** Rests until the server tells of something, or the time is over. */
    void awaitNews(Duration atMost, ScheduledExecutorService clock) throws MessagingException, InterruptedException {
        if (!((IMAPStore) store).hasCapability("IDLE")) {
            Thread.sleep(atMost.toMillis());
            noop();
            return;
        }
        var end = clock.schedule(this::wake, atMost.toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            end.cancel(false);
        }
    }

    /** Any command ends the rest. */
    private void wake() {
        try {
            noop();
        } catch (MessagingException | RuntimeException gone) {
            // whoever rests notices it, too
        }
    }

    private void noop() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException | RuntimeException gone) {
            // then it is closed
        }
    }

    /** More bytes than we take. */
    static final class TooLarge extends RuntimeException {}
}
