package io.tandem.channel.mail;

import io.tandem.channel.Inbox;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Receipt;
import io.tandem.channel.Undeliverable;
import io.tandem.content.Texts;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends messages as mails, if they may be sent. It asks for the inbox late, for that knows the channels. */
@Component
class Postman {

    private final Composer composer;
    private final Signature signature;
    private final AutomaticLimits limits;
    private final Parties parties;
    private final ObjectProvider<Inbox> inbox;
    private final Texts texts;
    private final Clock clock;

    Postman(
            Composer composer,
            Signature signature,
            AutomaticLimits limits,
            Parties parties,
            ObjectProvider<Inbox> inbox,
            Texts texts,
            Clock clock) {
        this.composer = composer;
        this.signature = signature;
        this.limits = limits;
        this.parties = parties;
        this.inbox = inbox;
        this.texts = texts;
        this.clock = clock;
    }

    Receipt send(Mailbox mailbox, SmtpLine line, Outgoing message) {
        var to = MailAddress.of(message.address()).orElseThrow(() -> new Undeliverable("this is no e-mail address"));
        if (message.automatic() && parties.isQuiet(message.ticket(), to)) {
            throw Undeliverable.onPurpose("a program wrote to us: it gets nothing that no person wrote");
        }
        // The id is the message's own: whoever gets a mail twice after a crash sees it once.
        var id = signature.messageId(message.id(), mailbox.address().domain());
        var mail = new SentMail(message.id(), message.ticket(), mailbox.name(), to.toString(), id);
        if (!limits.admit(message, mail, to)) throw heldBack(message, to);
        send(line, composer.compose(line.session(), mailbox, message, to, id), to);
        return new Receipt(id);
    }

    private void send(SmtpLine line, MimeMessage mail, MailAddress to) {
        try {
            line.send(mail);
        } catch (Undeliverable never) {
            // Whoever has answered from there is no stranger.
            throw parties.isProven(to) ? new Undeliverable(String.valueOf(never.getMessage())) : never;
        }
    }

    /** Noted once a day: a note for each mail would be a flood, too. */
    private Undeliverable heldBack(Outgoing message, MailAddress to) {
        var reason = Undeliverable.onPurpose("too many automatic mails to this address or on this ticket");
        if (!message.isOnTicket()) return reason;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        inbox.getObject()
                .note(
                        message.ticket(),
                        texts.get(message.language(), "mail.note.heldBack", Map.of("address", to)),
                        "held-back/%s/%s".formatted(message.ticket(), today));
        return reason;
    }
}
