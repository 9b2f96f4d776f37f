package io.tandem.channel.mail;

import io.tandem.attachment.Attachments;
import io.tandem.channel.Outgoing;
import io.tandem.channel.mail.Correspondence.SoFar;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mails of messages. */
@Component
class Composer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_LOCAL_PART = 64;

    private final Correspondence correspondence;
    private final Parties parties;
    private final Signature signature;
    private final MailText text;
    private final Attachments attachments;
    private final Clock clock;

    Composer(
            Correspondence correspondence,
            Parties parties,
            Signature signature,
            MailText text,
            Attachments attachments,
            Clock clock) {
        this.correspondence = correspondence;
        this.parties = parties;
        this.signature = signature;
        this.text = text;
        this.attachments = attachments;
        this.clock = clock;
    }

    MimeMessage compose(Session session, Mailbox mailbox, Outgoing message, MailAddress to, String messageId) {
        try {
            var mail = new OwnId(session, messageId);
            mail.setFrom(internet(mailbox.address(), mailbox.sender()));
            mail.setReplyTo(new InternetAddress[] {internet(replies(mailbox, message), mailbox.sender())});
            // Without the name that a customer gave: who writes in another's name could say anything to them there.
            mail.setRecipient(RecipientType.TO, internet(to, null));
            mail.setSentDate(Date.from(clock.instant()));
            var soFar = correspondence.on(message.ticket());
            mail.setSubject(subject(message, to, soFar), UTF_8);
            thread(mail, soFar);
            if (message.automatic()) markAutomatic(mail, mailbox);
            mail.setContent(
                    new MailBody(text.plain(message), text.html(message), message.files(), attachments).parts());
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The mail cannot be written", e);
        }
    }

    private static InternetAddress internet(MailAddress address, @Nullable String name)
            throws UnsupportedEncodingException {
        return new InternetAddress(address.toString(), name == null ? null : Printable.line(name, 100), UTF_8);
    }

    private MailAddress replies(Mailbox mailbox, Outgoing message) {
        if (!message.isOnTicket()) return mailbox.address();
        var keyed = mailbox.address().with(signature.detail(message.number()));
        return mailbox.plusAddresses() && keyed.local().length() <= LONGEST_LOCAL_PART ? keyed : mailbox.address();
    }

    /**
     * The one that the customer has chosen last: who answers ours has chosen none. It is repeated to nobody who may never have
     * written it.
     */
    private String subject(Outgoing message, MailAddress to, SoFar soFar) {
        var chosen = soFar.subjects().stream()
                .filter(subject -> !text.isOurSubject(subject))
                .reduce((earlier, later) -> later);
        if (chosen.isEmpty() || (message.automatic() && !parties.isProven(to))) return text.subject(message);
        return "Re: %s [#%d]".formatted(chosen.get(), message.number());
    }

    private static void thread(MimeMessage mail, SoFar soFar) throws MessagingException {
        if (soFar.answered().isEmpty()) return;
        mail.setHeader("In-Reply-To", soFar.answered().get());
        var chain = String.join(" ", soFar.chain());
        mail.setHeader("References", MimeUtility.fold("References: ".length(), chain));
    }

    /** So that no machine answers it (RFC 3834, and what others look for). */
    private static void markAutomatic(MimeMessage mail, Mailbox mailbox) throws MessagingException {
        mail.setHeader("Auto-Submitted", "auto-replied");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("Precedence", "bulk");
        mail.setHeader("X-Loop", mailbox.address().toString());
    }

    /** The library would give each sending an id of its own. */
    private static final class OwnId extends MimeMessage {

        private final String id;

        private OwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
