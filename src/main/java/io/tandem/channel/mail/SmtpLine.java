package io.tandem.channel.mail;

import io.tandem.channel.ChannelDown;
import io.tandem.channel.Undeliverable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** The connection to a mailbox's SMTP server: kept for the next mail, made anew when it is gone. */
final class SmtpLine {

    /** The server is about to close, or wants to know us better first: nothing of that is the recipient's fault. */
    private static final Set<Integer> ABOUT_US = Set.of(421, 530, 534, 535, 538);

    private static final Pattern STATUS = Pattern.compile("^\\s*5\\d\\d[ -](5(?:\\.\\d{1,3}){2})\\b");

    private final Mailbox mailbox;
    private final Session session;
    private final Transport transport;

    SmtpLine(Mailbox mailbox) {
        this.mailbox = mailbox;
        session = MailSessions.smtp(mailbox);
        try {
            transport = session.getTransport(mailbox.smtp().protocol());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    Session session() {
        return session;
    }

    /**
     * Hands the mail over.
     *
     * @throws Undeliverable if the server says that trying again is no use
     * @throws ChannelDown if the server cannot be reached, or does not want us
     */
    synchronized void send(MimeMessage mail) {
        connect();
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            hangUp();
            throw explained(e);
        }
    }

    /**
     * Connects and logs in.
     *
     * @throws ChannelDown if the server cannot be reached, or does not want us
     */
    synchronized void probe() {
        connect();
    }

    private void connect() {
        if (transport.isConnected()) return;
        var server = mailbox.smtp();
        try {
            transport.connect(server.host(), server.port(), server.user(), mailbox.secret(server));
        } catch (AuthenticationFailedException e) {
            throw new ChannelDown(server + " refuses our user or password");
        } catch (MessagingException e) {
            throw new ChannelDown(
                    server + " cannot be reached: " + Printable.line(String.valueOf(e.getMessage()), 200));
        } catch (IOException e) {
            throw new ChannelDown("the file of the token cannot be read");
        }
    }

    private void hangUp() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // then it is closed
        }
    }

    private RuntimeException explained(MessagingException failure) {
        var code = codes(failure).findFirst();
        if (failure instanceof SMTPSenderFailedException
                || code.filter(ABOUT_US::contains).isPresent()) {
            return new ChannelDown(mailbox.smtp() + " does not take mails from " + mailbox.address());
        }
        if (code.isPresent()) {
            var words = mailbox.smtp() + " answers " + code.get();
            if (code.get() < 500) return new IllegalStateException(words);
            return saysNobodyIsThere(failure) ? Undeliverable.nobodyThere(words) : new Undeliverable(words);
        }
        if (failure instanceof SendFailedException) return new IllegalStateException("it was not sent", failure);
        return new ChannelDown(mailbox.smtp() + " broke off");
    }

    private static boolean saysNobodyIsThere(MessagingException failure) {
        return failures(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(said -> STATUS.matcher(String.valueOf(said.getMessage())))
                .anyMatch(status -> status.find() && EnhancedStatus.nobodyThere(status.group(1)));
    }

    /** What the server said of the recipient, else of the mail. */
    private static Stream<Integer> codes(MessagingException failure) {
        return failures(failure).flatMap(e -> {
            if (e instanceof SMTPAddressFailedException address) return Stream.of(address.getReturnCode());
            if (e instanceof SMTPSendFailedException mail) return Stream.of(mail.getReturnCode());
            return Stream.empty();
        });
    }

    private static Stream<MessagingException> failures(MessagingException failure) {
        return Stream.iterate(failure, Objects::nonNull, SmtpLine::next);
    }

    private static @Nullable MessagingException next(MessagingException failure) {
        return failure.getNextException() instanceof MessagingException next ? next : null;
    }
}
