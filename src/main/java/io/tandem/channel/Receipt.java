package io.tandem.channel;

import org.jspecify.annotations.Nullable;

/**
 * The channel has taken the message.
 *
 * @param providerId by which the provider names it when it tells later what became of it
 */
public record Receipt(@Nullable String providerId) {

    public static final Receipt NONE = new Receipt(null);
}
