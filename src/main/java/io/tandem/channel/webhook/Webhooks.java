package io.tandem.channel.webhook;

import io.tandem.channel.Connections;
import io.tandem.http.CheckedCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The connected systems. */
@Component
class Webhooks implements Connections {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    private final List<Webhook> channels;

    Webhooks(Environment environment, Writing writing, Clock clock) {
        var settings = WebhookSettings.read(Binder.get(environment));
        var calls = new CheckedCalls(settings.reach(), TIME_LIMIT);
        channels = settings.connections().stream()
                .map(connection -> new Webhook(connection, calls, writing, clock))
                .toList();
    }

    @Override
    public List<Webhook> channels() {
        return channels;
    }

    /** @param name as the configuration has it */
    Optional<Webhook> find(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(Webhook.PREFIX + name))
                .findFirst();
    }
}
