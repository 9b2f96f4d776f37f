package io.tandem.channel.web;

import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Ticket.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has the ticket now, for the customer's page.
 *
 * @param agent the name of the person who has it
 * @param ahead how many tickets wait longer, while it waits for a person
 * @param waitMinutes how long that will take, if that is known
 * @param opensAt from when on people are there, if the customer has to wait for that
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
        String text) {

    record RatingView(boolean asked, @Nullable Integer given) {}
}
