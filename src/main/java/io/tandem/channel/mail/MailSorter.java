package io.tandem.channel.mail;

import io.tandem.channel.mail.read.MailReader;
import io.tandem.channel.mail.read.Unreadable;
import org.springframework.stereotype.Component;

/** Reads a stored mail, decides what it is, and has that done. */
@Component
class MailSorter {

    private final MailReader reader;
    private final Fates fates;
    private final MailDelivery delivery;

    MailSorter(MailReader reader, Fates fates, MailDelivery delivery) {
        this.reader = reader;
        this.fates = fates;
        this.delivery = delivery;
    }

    void sort(StoredMail mail, byte[] raw) throws Unreadable {
        var read = reader.read(raw);
        delivery.carryOut(fates.of(Head.of(raw), read, raw), mail, read);
    }
}
