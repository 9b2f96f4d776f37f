package io.tandem.channel;

import java.util.Optional;
import java.util.UUID;

/** Where a message belongs that came in, as far as its channel can tell. */
public sealed interface Conversation {

    /** On this ticket: the channel has proof of it. */
    static Conversation known(UUID ticket) {
        return new Known(ticket, Optional.empty());
    }

    /** On this ticket, of which the channel has proof; answers go to this address from now on. */
    static Conversation known(UUID ticket, String address) {
        return new Known(ticket, Optional.of(address));
    }

    /** A new matter of somebody whom nobody knows. */
    static Conversation fresh() {
        return new Fresh(Optional.empty());
    }

    /** A new matter of whoever is known under this address. */
    static Conversation fresh(String address) {
        return new Fresh(Optional.of(address));
    }

    /** On the latest ticket of this address that is not over, else a new one: as messengers have it. */
    static Conversation ongoing(String address) {
        return new Ongoing(Optional.of(address));
    }

    /** Where answers go; empty where the customer fetches them, or where they go as before. */
    Optional<String> address();

    record Known(UUID ticket, Optional<String> address) implements Conversation {}

    record Fresh(Optional<String> address) implements Conversation {}

    record Ongoing(Optional<String> address) implements Conversation {}
}
