package io.tandem.channel.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A mail server of its own: IMAP and SMTP on free ports, a box for whoever is written to. */
final class MailServer implements AutoCloseable {

    static final String PASSWORD = "secret";

    /** On a busy machine two seconds are not enough. */
    private static final long STARTUP_MILLIS = 30_000;

    private final ServerSetup[] setups = {
        ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort(), ServerSetup.IMAPS.dynamicPort()
    };
    private final GreenMail greenMail = new GreenMail(setups);

    MailServer() {
        for (var setup : setups) setup.setServerStartupTimeout(STARTUP_MILLIS);
        greenMail.start();
    }

    int imap() {
        return greenMail.getImap().getPort();
    }

    int imaps() {
        return greenMail.getImaps().getPort();
    }

    int smtp() {
        return greenMail.getSmtp().getPort();
    }

    /** A mailbox of ours. */
    MailSettings.Connection mailbox(String address) {
        return mailbox(address, imap(), smtp());
    }

    MailSettings.Connection mailbox(String address, int imap, int smtp) {
        box(address);
        var user = address.replace("@", "%40") + ":" + PASSWORD + "@127.0.0.1:";
        return new MailSettings.Connection(
                address, "imap://" + user + imap, "smtp://" + user + smtp, "Shop", null, null, null, true, null);
    }

    GreenMailUser box(String address) {
        var users = greenMail.getUserManager();
        var known = users.getUserByEmail(address);
        if (known != null) return known;
        try {
            return users.createUser(address, address, PASSWORD);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if it had just come. */
    void delivers(String address, String raw) {
        delivers(address, raw.getBytes(StandardCharsets.UTF_8));
    }

    void delivers(String address, byte[] raw) {
        try {
            box(address).deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<MimeMessage> mails(String address) {
        try {
            return greenMail.getManagers().getImapHostManager().getInbox(box(address)).getMessages().stream()
                    .map(stored -> stored.getMimeMessage())
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Flags> flags(String address) {
        try {
            return greenMail.getManagers().getImapHostManager().getInbox(box(address)).getMessages().stream()
                    .map(stored -> stored.getFlags())
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean allSeen(String address) {
        return flags(address).stream().allMatch(flags -> flags.contains(Flag.SEEN));
    }

    /** Waits for a mail in somebody's box and gives the first one back. */
    MimeMessage awaits(String address, Predicate<MimeMessage> like) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> like(address, like).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private Stream<MimeMessage> like(String address, Predicate<MimeMessage> like) {
        return mails(address).stream().filter(like);
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
