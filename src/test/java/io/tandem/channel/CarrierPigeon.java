package io.tandem.channel;

import io.tandem.channel.Conversation.Ongoing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.util.unit.DataSize;

/** A channel of the tests: short messages, buttons, weather in which it does not fly, and lofts that are shut. */
public final class CarrierPigeon implements Channel {

    private final List<Outgoing> arrived = new CopyOnWriteArrayList<>();
    private final String name;
    private final String flock;
    private final List<String> invited = new CopyOnWriteArrayList<>();
    private final Set<String> shut = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Outgoing> weather = message -> {};

    public CarrierPigeon() {
        this("pigeon-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private CarrierPigeon(String name) {
        this(name, name);
    }

    /** One of several that fly to the same lofts. */
    CarrierPigeon(String name, String flock) {
        this.name = name;
        this.flock = flock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String addresses() {
        return flock;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(Markup.PLAIN, 300, 3, 20, DataSize.ofMegabytes(1));
    }

    @Override
    public Receipt send(Outgoing message) throws AwaitsCustomer {
        weather.accept(message);
        if (shut.contains(message.address())) throw new AwaitsCustomer("the loft is shut");
        arrived.add(message);
        return new Receipt("ring-" + message.id());
    }

    @Override
    public void invite(Outgoing message) {
        invited.add(message.address());
    }

    /** Until somebody writes from there. */
    public void shuts(String loft) {
        shut.add(loft);
    }

    void opens(String loft) {
        shut.remove(loft);
    }

    public List<String> invited() {
        return invited;
    }

    void weather(Consumer<Outgoing> weather) {
        this.weather = weather;
    }

    public List<Outgoing> arrived() {
        return arrived;
    }

    public InboundMessage brings(String from, String ring, String text) {
        return new InboundMessage(name, new Ongoing(Optional.of(from)), ring, text, "Karla", "en");
    }
}
