package io.tandem.channel.webhook;

import io.tandem.channel.Abilities;
import io.tandem.channel.Channel;
import io.tandem.channel.ChannelDown;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Receipt;
import io.tandem.channel.Undeliverable;
import io.tandem.http.CheckedCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connected system: what we say is posted to its address, signed. */
final class Webhook implements Channel {

    static final String PREFIX = "webhook-";

    private static final int GONE = 410;
    /** It will be able to take things again, and says so. */
    private static final Set<Integer> PAUSES = Set.of(429, 502, 503, 504);

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final Connection connection;
    private final CheckedCalls calls;
    private final Writing writing;
    private final Clock clock;

    Webhook(Connection connection, CheckedCalls calls, Writing writing, Clock clock) {
        this.connection = connection;
        this.calls = calls;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return PREFIX + connection.name();
    }

    /** It gets everything in parts and lays it out itself. */
    @Override
    public Abilities abilities() {
        return Abilities.ALL;
    }

    Secrets secrets() {
        return connection.secrets();
    }

    @Override
    public Receipt send(Outgoing message) {
        var url = connection.url();
        if (url == null) throw new Undeliverable("no address is configured to which answers could be posted");
        var answer = post(url, message);
        if (answer.status() / 100 == 2) return Receipt.NONE;
        var said = "the system says HTTP " + answer.status();
        if (answer.status() == GONE) throw new Undeliverable(said + ": it wants no more of this");
        if (PAUSES.contains(answer.status())) throw new ChannelDown(said, wait(answer.retryAfter()));
        throw new Refused(said);
    }

    private CheckedCalls.Answer post(URI url, Outgoing message) {
        var body = writing.of(name(), message);
        var id = message.id().toString();
        var now = clock.instant();
        var headers = Map.of(
                Envelope.ID, id,
                Envelope.TIMESTAMP, String.valueOf(now.getEpochSecond()),
                Envelope.SIGNATURE, connection.secrets().sign(id, now, body));
        try {
            return calls.post(url, headers, body);
        } catch (IOException failed) {
            throw new ChannelDown("the system cannot be reached: " + reason(failed));
        }
    }

    private static String reason(IOException failed) {
        var reason = failed.getMessage();
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }

    /** In seconds; a date is rare and taken as none. */
    private static @Nullable Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.strip().matches("\\d{1,9}")) return null;
        var wait = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The system does not take this message now; others it may. */
    static final class Refused extends RuntimeException {
        private Refused(String reason) {
            super(reason);
        }
    }
}
