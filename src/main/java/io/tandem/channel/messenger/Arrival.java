package io.tandem.channel.messenger;

import io.tandem.api.FitText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has sent by a messenger.
 *
 * @param address the customer's, in the channel's notation
 * @param providerId the provider's id of the message, unique in the channel
 * @param at when it was sent
 * @param text as the customer typed it, empty for none
 * @param sayings what else there is, to be said in words
 */
public record Arrival(
        String channel,
        String address,
        String providerId,
        Instant at,
        @Nullable String name,
        @Nullable String language,
        String text,
        List<Saying> sayings,
        List<Offered> files) {

    public boolean isEmpty() {
        return FitText.isBlank(text) && sayings.isEmpty() && files.isEmpty();
    }
}
