package io.tandem.channel.mail;

import io.tandem.api.Problem;
import io.tandem.attachment.Attached;
import io.tandem.attachment.AttachmentSettings;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Holder;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands the files of a mail to the attachments. What they refuse stays in the mail, which is kept whole. */
@Component
class MailFiles {

    /** @param refused the names of the others */
    record Taken(Attached attached, List<String> refused) {}

    private final Attachments attachments;
    private final AttachmentSettings settings;

    MailFiles(Attachments attachments, AttachmentSettings settings) {
        this.attachments = attachments;
        this.settings = settings;
    }

    /** Not within a transaction: each file is looked at, and scanned. */
    Taken take(StoredMail mail, List<MailFile> files) {
        var holder = Holder.channel(mail.mailbox(), mail.providerId());
        var taken = new ArrayList<UUID>();
        var refused = new ArrayList<String>();
        long size = 0;
        for (var file : files) {
            size += file.content().length;
            if (taken.size() == settings.files()
                    || size > settings.messageSize().toBytes()
                    || !take(holder, file, taken)) {
                refused.add(Printable.line(file.name(), 100));
                size -= file.content().length;
            }
        }
        return new Taken(new Attached(holder, taken), refused);
    }

    private boolean take(Holder holder, MailFile file, List<UUID> taken) {
        try {
            taken.add(attachments
                    .take(holder, file.name(), new ByteArrayInputStream(file.content()))
                    .id());
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}
