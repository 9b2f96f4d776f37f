package io.tandem.channel.mail;

import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.channel.mail.StoredMail.State;
import io.tandem.channel.mail.read.ReadMail.Bounce;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to become of a mail. */
sealed interface Fate {

    /**
     * The customer's next words on a ticket: it has the key, and they belong to the ticket.
     *
     * @param otherwise what it is if the address turns out not to be the customer's meanwhile
     */
    record Reply(UUID ticket, MailAddress from, Fresh otherwise) implements Fate {}

    /**
     * A new matter.
     *
     * @param answerTo where its sender wants answers to go
     * @param related a ticket with which an agent may want to compare it
     * @param keyed it has that ticket's key, but its sender is a stranger there
     * @param quiet no person wrote it, and somebody wants a ticket all the same
     */
    record Fresh(
            MailAddress from,
            MailAddress answerTo,
            @Nullable UUID related,
            boolean keyed,
            boolean quiet) implements Fate {}

    /** Nobody wrote it by hand, but it belongs to a ticket. */
    record Note(UUID ticket) implements Fate {}

    /** Somebody says so of a mail of ours, but names another address than the one that we wrote to, or none. */
    record Rumoured(SentMail sent) implements Fate {}

    /** A mail of ours did not arrive. */
    record Returned(SentMail sent, Bounce bounce) implements Fate {

        /** Else the servers on the way are still trying. */
        boolean givenUp() {
            return bounce.permanent();
        }

        boolean nobodyThere() {
            return EnhancedStatus.nobodyThere(status());
        }

        String status() {
            return bounce.status() == null ? "" : bounce.status();
        }
    }

    /** No ticket; people can see it. */
    record Kept(State state, Reason reason) implements Fate {}
}
