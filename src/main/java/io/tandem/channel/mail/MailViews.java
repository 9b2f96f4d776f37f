package io.tandem.channel.mail;

import io.tandem.channel.mail.Quarantine.Act;
import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.content.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what people see of mails that are no ticket, in a list. */
@Component
class MailViews {

    private final Quarantine quarantine;
    private final Texts texts;

    MailViews(Quarantine quarantine, Texts texts) {
        this.quarantine = quarantine;
        this.texts = texts;
    }

    /**
     * @param doubted whether our mail server says that the sender may be another one
     * @param kind why it is no ticket; null for one that is tried again meanwhile
     * @param reason the same in the reader's language, with what is known beyond that
     * @param detail what the program said, for those who look after it
     * @param here whether there is anything of it here
     * @param asked whether it is to be fetched anew, and has not come yet
     * @param acts what can be done with it
     */
    record View(
            UUID id,
            String mailbox,
            @Nullable String sender,
            boolean doubted,
            String subject,
            long size,
            Instant receivedAt,
            @Nullable Reason kind,
            String reason,
            @Nullable String detail,
            boolean here,
            boolean asked,
            List<Act> acts) {}

    View of(StoredMail mail, Locale language) {
        return new View(
                mail.id(),
                mail.mailbox(),
                mail.sender(),
                mail.senderDoubted(),
                mail.subject(),
                mail.size(),
                mail.receivedAt(),
                mail.reason(),
                reason(mail, language),
                mail.reason() == Reason.FAILED ? mail.detail() : null,
                mail.reason() != Reason.NOT_FETCHED,
                mail.isAskedFor(),
                quarantine.acts(mail));
    }

    private String reason(StoredMail mail, Locale language) {
        var reason = mail.reason();
        if (reason == null) return "";
        var words = texts.get(language, reason.key());
        return mail.finding().map(key -> words + " " + texts.get(language, key)).orElse(words);
    }
}
