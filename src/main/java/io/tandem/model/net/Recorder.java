package io.tandem.model.net;

import io.tandem.model.Step.Effect;
import io.tandem.model.Steps;
import io.tandem.model.diagram.Node;
import io.tandem.model.net.World.Message.Sender;
import org.jspecify.annotations.Nullable;

/** What things mean that happen to a ticket: to the record, and to the promises. */
final class Recorder {

    private final World world;

    Recorder(World world) {
        this.world = world;
    }

    /** What the record knows then. */
    int after(int memory, Occurrence what) {
        return switch (what.kind()) {
            case DONE -> afterStep(memory, what.node());
            case DECIDED -> world.asksNobody(what.node(), what.details()) ? Memory.asked(memory) : memory;
            case MESSAGE -> afterMessage(memory, what.node().trigger().name());
            default -> memory;
        };
    }

    private int afterStep(int memory, Node node) {
        return switch (effectOf(node)) {
            case BOT_ANSWERS -> Memory.wished(memory) ? memory : Memory.answered(memory);
            case AGENT_ANSWERS -> Memory.answered(memory);
            case HANDS_OVER -> Memory.handedOver(memory);
            case ASKS_FOR_RATING -> Memory.asked(memory);
            case RESOLVES -> world.withdraws(node) ? Memory.asked(Memory.resolved(memory)) : Memory.resolved(memory);
            default -> memory;
        };
    }

    private int afterMessage(int memory, @Nullable String name) {
        if (name == null) return memory;
        if (name.equals(world.wanted())) return Memory.wish(memory);
        if (name.equals(world.reopened())) return Memory.reopened(memory);
        return name.equals(world.merged()) ? Memory.merged(memory) : memory;
    }

    private Effect effectOf(Node node) {
        var delegate = node.work().delegate();
        return delegate == null
                ? Effect.NONE
                : world.step(delegate).map(Steps.Facts::effect).orElse(Effect.NONE);
    }

    boolean isByCustomer(Occurrence what) {
        if (what.kind() == Occurrence.Kind.WISHED) return true;
        var name = what.node().trigger().name();
        return what.kind() == Occurrence.Kind.MESSAGE
                && (name == null || world.message(name).sender() == Sender.CUSTOMER);
    }

    boolean isByOthers(Occurrence what) {
        return what.kind() == Occurrence.Kind.MESSAGE && !isByCustomer(what);
    }

    boolean botAnswers(Occurrence what) {
        return what.kind() == Occurrence.Kind.DONE && effectOf(what.node()) == Effect.BOT_ANSWERS;
    }
}
