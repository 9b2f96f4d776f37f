package io.tandem.channel.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, without its bytes.
 *
 * @param providerId by which the same mail is recognized when it comes again
 * @param chain the Message-IDs that it refers to
 * @param sender as the mail itself says; anybody can write that
 * @param reason why it is no customer's message
 * @param detail what a person who looks at it may want to know, in the words of whoever found it
 * @param attempts to make something of it, the one that is under way included
 */
record StoredMail(
        UUID id,
        String mailbox,
        String providerId,
        @Nullable String messageId,
        List<String> chain,
        @Nullable String sender,
        String subject,
        long size,
        State state,
        @Nullable Reason reason,
        @Nullable String detail,
        @Nullable UUID ticket,
        int attempts,
        Instant receivedAt) {

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
        TOO_LARGE,
        /** The server does not hand it out. */
        NOT_FETCHED,
        UNREADABLE,
        /** It was tried as often as is sensible. */
        FAILED;

        String key() {
            return "mail.reason." + name().toLowerCase(Locale.ROOT);
        }
    }
}
