package io.tandem.channel;

import io.tandem.channel.Conversation.Ongoing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.util.unit.DataSize;

/** A channel of the tests: short messages, buttons, and weather in which it does not fly. */
final class CarrierPigeon implements Channel {

    private final List<Outgoing> arrived = new CopyOnWriteArrayList<>();
    private final String name;
    private volatile Consumer<Outgoing> weather = message -> {};

    CarrierPigeon() {
        name = "pigeon-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(Markup.PLAIN, 300, 3, 20, DataSize.ofMegabytes(1));
    }

    @Override
    public Receipt send(Outgoing message) {
        weather.accept(message);
        arrived.add(message);
        return new Receipt("ring-" + message.id());
    }

    void weather(Consumer<Outgoing> weather) {
        this.weather = weather;
    }

    List<Outgoing> arrived() {
        return arrived;
    }

    InboundMessage brings(String from, String ring, String text) {
        return new InboundMessage(name, new Ongoing(Optional.of(from)), ring, text, "Karla", "en");
    }
}
