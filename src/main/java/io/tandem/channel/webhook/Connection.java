package io.tandem.channel.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One connected system.
 *
 * @param name as the configuration has it; the channel's is {@code webhook-<name>}
 * @param url where our messages go; null if the system only tells us
 */
record Connection(String name, Secrets secrets, @Nullable URI url) {

    /** Never with the secrets. */
    @Override
    public String toString() {
        return "webhook " + name;
    }
}
