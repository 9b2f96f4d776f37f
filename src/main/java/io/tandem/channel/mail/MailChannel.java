package io.tandem.channel.mail;

import io.tandem.channel.Abilities;
import io.tandem.channel.Channel;
import io.tandem.channel.Markup;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Receipt;
import org.springframework.util.unit.DataSize;

/** One mailbox as a way to the customer. */
final class MailChannel implements Channel {

    /** All mailboxes share their customers. */
    static final String ADDRESSES = "mail";

    /** No limit to the text; links instead of buttons; what most servers take as one mail. */
    private static final Abilities ABILITIES = new Abilities(Markup.PLAIN, 0, 0, 0, DataSize.ofMegabytes(18));

    private final Mailbox mailbox;
    private final Postman postman;
    private final SmtpLine line;

    MailChannel(Mailbox mailbox, Postman postman) {
        this.mailbox = mailbox;
        this.postman = postman;
        line = new SmtpLine(mailbox);
    }

    @Override
    public String name() {
        return mailbox.name();
    }

    /** A customer is the same whichever of our mailboxes they write to. */
    @Override
    public String addresses() {
        return ADDRESSES;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Receipt send(Outgoing message) {
        return postman.send(mailbox, line, message);
    }

    @Override
    public boolean probe() {
        line.probe();
        return true;
    }
}
