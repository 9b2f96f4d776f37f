package io.tandem.channel.web;

import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Ticket.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has the ticket now, for the customer's page.
 *
 * @param agent the name of the person who has it
 * @param ahead how many tickets wait longer, while it waits for a person
 * @param waitMinutes how long that will take, if that is known
 * @param opensAt from when on people are there, if the customer has to wait for that
 * @param continuedIn the ticket in which this one goes on, if they were merged
 * @param others the customer's tickets that were split off this one, or the one that it was split off
 * @param text who has it, as a sentence in the ticket's language
 */
record StatusView(
        UUID ticket,
        long number,
        String language,
        State state,
        Holder holder,
        @Nullable String agent,
        @Nullable Integer ahead,
        @Nullable Long waitMinutes,
        @Nullable Instant opensAt,
        RatingView rating,
        @Nullable TicketKey continuedIn,
        List<TicketKey> others,
        String text) {

    /** @param token the key to that ticket: the customer is the same */
    record TicketKey(UUID ticket, long number, String token) {}

    record RatingView(boolean asked, @Nullable Integer given) {}
}
