package io.tandem.channel.mail;

import io.tandem.channel.mail.StoredMail.Reason;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Stores what has come, several mails in one commit, and wakes those who sort it. */
@Component
class MailIntake {

    private final Mails mails;
    private final MailSorting sorting;

    MailIntake(Mails mails, MailSorting sorting) {
        this.mails = mails;
        this.sorting = sorting;
    }

    Set<String> known(Mailbox mailbox, Collection<String> providerIds) {
        return mails.known(mailbox, providerIds);
    }

    /** Those that have come before are left out. */
    void store(Mailbox mailbox, Collection<byte[]> raws) {
        var byId = new LinkedHashMap<String, byte[]>();
        raws.forEach(raw -> byId.putIfAbsent(Likeness.of(raw), raw));
        byId.keySet().removeAll(mails.known(mailbox, byId.keySet()));
        try {
            mails.store(mailbox, byId);
        } catch (DuplicateKeyException otherWasFaster) {
            byId.forEach((id, raw) -> storeOne(mailbox, id, raw));
        }
        sorting.ring();
    }

    private void storeOne(Mailbox mailbox, String id, byte[] raw) {
        try {
            mails.store(mailbox, Map.of(id, raw));
        } catch (DuplicateKeyException otherWasFaster) {
            // it is stored
        }
    }

    /** A mail that cannot be had whole. */
    void storeHead(Mailbox mailbox, String key, byte[] head, long size, Reason reason) {
        try {
            mails.storeHead(mailbox, key, head, size, reason);
        } catch (DuplicateKeyException otherWasFaster) {
            // it is stored
        }
    }

    /** A mail of which only a part was here. */
    void replace(Mailbox mailbox, StoredMail part, byte[] raw) {
        mails.replace(mailbox, part, Likeness.of(raw), raw);
        sorting.ring();
    }
}
