package io.tandem.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has received, in the one shape that the {@link Inbox} takes.
 *
 * @param ticket the ticket that it belongs to, if the channel knows one
 * @param providerId the sender's id of the message, unique in the channel; the same again is the same message
 * @param name what the customer wants to be called
 * @param language that the customer's program speaks
 */
public record InboundMessage(
        String channel,
        @Nullable UUID ticket,
        @Nullable String providerId,
        String text,
        @Nullable String name,
        @Nullable String language) {}
