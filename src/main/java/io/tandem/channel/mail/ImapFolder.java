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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

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
        for (var message : numbered(folder.search(new FlagTerm(new Flags(Flag.SEEN), false)))) {
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

    /** All numbers by one command, else each is asked for by its own. */
    private Message[] numbered(Message[] some) throws MessagingException {
        var numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(some, numbers);
        return some;
    }

    /** The mail of this number, if it is still there. */
    Optional<Found> find(long uid) throws MessagingException {
        var message = folder.getMessageByUID(uid);
        return message == null ? Optional.empty() : Optional.of(found(message));
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

    /** Several whole mails by one command, by their numbers. One that is missing was deleted meanwhile, or cannot be had so. */
    @SuppressWarnings("unchecked")
    Map<Long, byte[]> raw(List<Found> some) throws MessagingException {
        var numbers = some.stream().map(found -> String.valueOf(found.uid())).collect(Collectors.joining(","));
        return (Map<Long, byte[]>) folder.doCommand(protocol -> {
            var responses = protocol.command("UID FETCH " + numbers + " (UID BODY.PEEK[])", null);
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(responses[responses.length - 1]);
            return mailsIn(responses);
        });
    }

    /** A server may also tell of other mails in between. */
    private static Map<Long, byte[]> mailsIn(Response[] responses) {
        var mails = new HashMap<Long, byte[]>();
        for (var response : responses) {
            if (!(response instanceof FetchResponse fetched)) continue;
            var uid = fetched.getItem(UID.class);
            var body = fetched.getItem(BODY.class);
            if (uid != null && body != null && body.getByteArray() != null) {
                mails.put(uid.uid, body.getByteArray().getNewBytes());
            }
        }
        return mails;
    }

    /** As if it were a mail without words. */
    byte[] head(Found found) throws MessagingException {
        var lines = Collections.list(found.message().getAllHeaderLines());
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    void markDone(List<Found> some) throws MessagingException {
        try {
            var flags = new Flags(Flag.SEEN);
            if (folder.getPermanentFlags().contains(Flag.USER)) flags.add(DONE);
            folder.setFlags(some.stream().map(Found::message).toArray(Message[]::new), flags, true);
        } catch (MessageRemovedException gone) {
            // somebody deleted them: they are stored here
        }
    }

    /** Rests until the server tells of something, or the time is over. */
    void awaitNews(Duration atMost, ScheduledExecutorService clock) throws MessagingException, InterruptedException {
        if (!tellsOfNews()) {
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

    boolean tellsOfNews() throws MessagingException {
        return ((IMAPStore) store).hasCapability("IDLE");
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
