package io.tandem.channel;

import io.tandem.channel.Backlog.Queue;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How the channels are, for operators. One that is down delays its own messages and nothing else, so it does not make the
 * whole of Tandem unhealthy: this component is degraded, and says which.
 */
@Component("channelsHealthIndicator")
public class ChannelHealth implements HealthIndicator {

    /** Something is down, and customers are served all the same. */
    public static final Status DEGRADED = new Status("DEGRADED");

    /** What is wrong with a channel, and since when. */
    private record Trouble(Instant since, String reason) {}

    private final Lines lines;
    private final Backlog backlog;
    private final Clock clock;
    private final Map<String, Trouble> receiving = new ConcurrentHashMap<>();

    ChannelHealth(Lines lines, Backlog backlog, Clock clock) {
        this.lines = lines;
        this.backlog = backlog;
        this.clock = clock;
    }

    /**
     * The channel can receive.
     *
     * @return whether that is news
     */
    public boolean up(String channel) {
        return receiving.remove(channel) != null;
    }

    /**
     * The channel cannot receive.
     *
     * @param reason for operators: short, without passwords and without a word of a message
     * @return whether that is news, or the reason is another one
     */
    public boolean down(String channel, String reason) {
        var before = receiving.get(channel);
        var since = before == null ? clock.instant() : before.since();
        receiving.put(channel, new Trouble(since, reason));
        return before == null || !before.reason().equals(reason);
    }

    /** Since when the channel cannot receive, and why; nothing if it can. */
    public Optional<String> troubleReceiving(String channel) {
        return Optional.ofNullable(receiving.get(channel)).map(ChannelHealth::words);
    }

    @Override
    public Health health() {
        var waiting = backlog.latest();
        var health = Health.up();
        for (var line : lines.sending()) {
            var name = line.channel().name();
            if (line.downSince().isPresent() || receiving.containsKey(name)) health.status(DEGRADED);
            health.withDetail(name, state(name, waiting.getOrDefault(name, Queue.EMPTY), sending(line)));
        }
        waiting.forEach((channel, queue) -> {
            if (lines.find(channel).isEmpty()) {
                health.status(DEGRADED);
                health.withDetail(channel, state(channel, queue, words(notConnected(queue))));
            }
        });
        return health.build();
    }

    private static String sending(ChannelLine line) {
        return line.downSince()
                .map(since -> words(new Trouble(since, line.reason().orElse(""))))
                .orElse(line.isTried() ? "up" : "not tried yet");
    }

    private Trouble notConnected(Queue queue) {
        return new Trouble(
                queue.oldest().orElseGet(clock::instant), "not connected: nothing is configured under this name");
    }

    private Map<String, Object> state(String channel, Queue queue, String sending) {
        var state = new LinkedHashMap<String, Object>();
        state.put("sending", sending);
        state.put("receiving", troubleReceiving(channel).orElse("up"));
        state.put("queue", queue.messages());
        queue.oldest().ifPresent(since -> state.put("oldest", since.toString()));
        if (queue.awaitingCustomer() > 0) state.put("awaitingCustomer", queue.awaitingCustomer());
        return state;
    }

    private static String words(Trouble trouble) {
        return "down since %s: %s".formatted(trouble.since(), trouble.reason());
    }
}
