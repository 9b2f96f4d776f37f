package io.tandem.channel.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, without its bytes.
 *
 * @param providerId by which the same mail is recognized when it comes again
 * @param chain the Message-IDs that it refers to
 * @param sender as the mail itself says; anybody can write that
 * @param senderDoubted whether our own mail server says that the sender may be another one
 * @param reason why it is no customer's message
 * @param detail what a person who looks at it may want to know, in the words of whoever found it
 * @param attempts to make something of it, the one that is under way included
 * @param tryAt when it is to be sorted, or fetched anew
 */
record StoredMail(
        UUID id,
        String mailbox,
        String providerId,
        @Nullable String messageId,
        List<String> chain,
        @Nullable String sender,
        boolean senderDoubted,
        String subject,
        long size,
        State state,
        @Nullable Reason reason,
        @Nullable String detail,
        @Nullable UUID ticket,
        int attempts,
        @Nullable Instant tryAt,
        Instant receivedAt) {

    /** Whether somebody wants it to be fetched anew, and it has not come yet. */
    boolean isAskedFor() {
        return state == State.QUARANTINED && tryAt != null;
    }

    /** What is known beyond the reason, as the key of a text. */
    Optional<String> finding() {
        if (reason == null || detail == null || reason.findings.isEmpty()) return Optional.empty();
        return Optional.of(reason.findings + detail.toLowerCase(Locale.ROOT));
    }

    /** What became of it. */
    enum State {
        /** It is stored, and nothing more. */
        RECEIVED,
        /** A message on a ticket. */
        TAKEN,
        /** A note on a ticket: nobody wrote it by hand. */
        NOTED,
        /** No person wrote it, and it belongs to no ticket. People can see it. */
        ASIDE,
        /** It could not be read, or not be taken in. A person has to look at it. */
        QUARANTINED,
        /** A person has looked at it and wants nothing made of it. */
        DISMISSED
    }

    /** Why a mail is no customer's message; in words under {@code mail.reason.<key>}. */
    enum Reason {
        /** From one of our own mailboxes: whoever answered it would answer for ever. */
        OWN,
        AUTO_REPLY,
        BOUNCE,
        LIST,
        AUTOMATIC,
        /** One address opens more tickets than a person would. */
        FLOOD,
        /** Nobody to answer to. */
        NO_SENDER,
        TOO_LARGE("mail.missed."),
        /** The server does not hand it out. */
        NOT_FETCHED("mail.missed."),
        UNREADABLE("mail.unreadable."),
        /** It was tried as often as is sensible. */
        FAILED;

        /** What the keys of the texts begin with that say more; empty where the detail is not ours. */
        private final String findings;

        Reason() {
            this("");
        }

        Reason(String findings) {
            this.findings = findings;
        }

        String key() {
            return "mail.reason." + name().toLowerCase(Locale.ROOT);
        }
    }
}
