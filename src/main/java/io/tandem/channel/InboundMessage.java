package io.tandem.channel;

import io.tandem.attachment.Attached;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has received, in the one shape that the {@link Inbox} takes.
 *
 * @param channel the channel's name
 * @param conversation where it belongs
 * @param providerId the sender's id of the message, unique in the channel; the same again is the same message
 * @param name what the customer wants to be called
 * @param language that the customer's program speaks
 * @param attached the files that the message brings; the channel has handed them to the attachments before
 */
public record InboundMessage(
        String channel,
        Conversation conversation,
        @Nullable String providerId,
        String text,
        @Nullable String name,
        @Nullable String language,
        Attached attached) {

    /** Without files. */
    public InboundMessage(
            String channel,
            Conversation conversation,
            @Nullable String providerId,
            String text,
            @Nullable String name,
            @Nullable String language) {
        this(channel, conversation, providerId, text, name, language, Attached.NONE);
    }
}
