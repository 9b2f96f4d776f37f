package io.tandem.channel;

import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How it is proven that an address is the customer's, too. Nobody is believed, neither the customer nor an agent. */
public interface AddressProofs {

    /** What became of a question whether an address is the customer's. */
    enum State {
        ASKED,
        PROVEN,
        EXPIRED
    }

    /** @param at when it was asked or, if it is proven, when that was */
    record Asked(String channel, String address, State state, Instant at) {}

    /** The channels whose addresses can be asked for. */
    List<String> channels();

    /**
     * Sends a code to the address. Whether it is known, and whether it exists, makes no difference that anybody could see.
     *
     * @param ticket held by the caller
     * @param agent the name of whoever asks
     * @return the address in the channel's notation
     */
    Address ask(Ticket ticket, String channel, String address, String agent);

    /** What was asked on the ticket, the latest first. */
    List<Asked> of(UUID ticket);
}
