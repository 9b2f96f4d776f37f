package io.tandem.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The channels that are connected on this node. */
@Component
class Lines {

    private static final int LONGEST_NAME = 40;

    private final Map<String, ChannelLine> lines = new ConcurrentHashMap<>();

    Lines(List<Channel> channels, List<Connections> connections) {
        var all = new ArrayList<>(channels);
        connections.forEach(several -> all.addAll(several.channels()));
        all.forEach(this::connect);
    }

    /** @throws IllegalArgumentException if its name is taken or too long */
    void connect(Channel channel) {
        if (channel.name().length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The channel's name %s is longer than %d characters".formatted(channel.name(), LONGEST_NAME));
        }
        if (lines.putIfAbsent(channel.name(), new ChannelLine(channel)) != null) {
            throw new IllegalArgumentException("Two channels are called " + channel.name());
        }
    }

    void disconnect(String channel) {
        lines.remove(channel);
    }

    Optional<ChannelLine> find(String channel) {
        return Optional.ofNullable(lines.get(channel));
    }

    /** Those to which messages are carried. */
    Collection<ChannelLine> sending() {
        return lines.values().stream()
                .filter(line -> !line.channel().isFetched())
                .toList();
    }
}
