package io.tandem.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * One matter of one customer, from its first word to its rating. Nobody sets a state from outside: the ticket moves by
 * its verbs, which check that the move makes sense. Whoever moves a ticket locks it first ({@link Tickets#lock}).
 */
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
public final class Ticket {

    /** Where a ticket is in its life. A resolved ticket is being rated; a closed one has no process any more. */
    public enum State {
        OPEN,
        RESOLVED,
        CLOSED
    }

    /** Who has the ticket now. */
    public enum Holder {
        BOT,
        QUEUE,
        AGENT,
        NOBODY
    }

    /** Who resolved it and how. Silence is not success: it is {@link #UNCONFIRMED}; a merged one goes on in another. */
    public enum Resolution {
        BOT_CONFIRMED,
        AGENT,
        UNCONFIRMED,
        WITHDRAWN,
        MERGED
    }

    /** Why a person has it. */
    public enum Handover {
        WANTS_HUMAN,
        NOT_SURE,
        NOT_HELPED,
        NO_REPLY,
        BOT_FAILED,
        TOPIC,
        MOOD,
        REOPENED,
        BADLY_RATED,
        SPLIT,
        /** What we have said last, the bot or a person, has never reached the customer. */
        UNDELIVERED,
        /** No person wrote it, and somebody on the team wants a ticket of it. */
        AUTOMATIC
    }

    /** Something about the ticket changed that open pages show. */
    public record Changed(UUID ticket) {}

    /**
     * It waits where others see it than before.
     *
     * @param left the queue in which it waited until now
     * @param butHelper whether the one who helped last knows of it: they gave it away, or it was kept for them
     */
    public record Queued(UUID ticket, @Nullable String left, boolean butHelper) {}

    /** Somebody works on it now. */
    public record Taken(UUID ticket) {}

    /** It is settled, so far as anybody knows. */
    public record Resolved(UUID ticket, Resolution resolution) {}

    /** It has no process any more. */
    public record Closed(UUID ticket, Resolution resolution) {}

    /** Soon old tickets are removed: what is counted once and kept is to be counted now. */
    public record ForgettingBegins() {}

    /** These are removed in this transaction, with all that belongs to them; they are there for the last time. */
    public record Forgetting(List<UUID> tickets) {}

    @Id
    private UUID id;

    @Version
    private int version;

    private long number;
    private UUID customer;
    private @Nullable UUID previous;
    private @Nullable UUID mergedInto;
    private String channel;
    private @Nullable String address;
    private String language;
    private State state;
    private Holder holder;
    private @Nullable String agent;
    private @Nullable String topic;
    private @Nullable Handover handover;
    private int priority;
    private @Nullable Resolution resolution;
    private int resolutions;
    private int messages;
    private Instant openedAt;
    private @Nullable Instant waitingSince;
    private @Nullable Long waitedSeconds;
    private @Nullable Instant dueAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant ratingAskedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant reopenableUntil;
    private @Nullable String helpedBy;

    @Embedded(onEmpty = OnEmpty.USE_EMPTY)
    private Route route;

    private Ticket() {}

    static Ticket open(UUID id, long number, Opening opening, Instant at) {
        var ticket = new Ticket();
        ticket.id = id;
        ticket.number = number;
        ticket.customer = opening.customer();
        ticket.previous = opening.previous();
        ticket.channel = opening.channel();
        ticket.address = opening.address();
        ticket.language = opening.language();
        ticket.openedAt = at;
        ticket.state = State.OPEN;
        ticket.holder = Holder.BOT;
        ticket.route = Route.NONE;
        return ticket;
    }

    /**
     * What a new ticket starts with.
     *
     * @param address where the channel reaches the customer, in its own notation; null where they fetch what is said
     * @param previous the closed ticket that the customer wrote to
     */
    public record Opening(
            UUID customer,
            String channel,
            @Nullable String address,
            String language,
            @Nullable UUID previous) {}

    /** The customer wrote by this way last, so that is where they hear of us. */
    public void reachedBy(String channel, @Nullable String address) {
        this.channel = channel;
        this.address = address;
    }

    /** Its customer turned out to be the same as this one. */
    void isOf(UUID customer) {
        this.customer = customer;
    }

    /** The language and topic that the bot read out of the customer's words. */
    public void understoodAs(String language, @Nullable String topic) {
        this.language = language;
        if (topic != null) this.topic = topic;
    }

    /** A person is to take over: from now on the bot is silent. Keeps the first reason and the first wish's time. */
    public void handOver(Handover reason, Instant at) {
        require(state == State.OPEN, "be handed over");
        if (holder != Holder.BOT) return;
        handover = reason;
        queue(at);
    }

    private void queue(Instant at) {
        holder = Holder.QUEUE;
        agent = null;
        waitingSince = at;
        waitedSeconds = null;
        dueAt = null;
        route = route.notQueued();
    }

    /** How urgent it is, as {@code who-helps.dmn} decided it: the queue goes by it. */
    public void prioritize(int priority) {
        this.priority = priority;
    }

    /** By when the next thing that was promised to the customer is due; null while nobody but they can go on. */
    public void dueBy(@Nullable Instant due) {
        dueAt = due;
    }

    /** Its task is open to these people now; see {@link Route}. */
    public void waitIn(String queue, String skill) {
        route = route.through(skill, queue);
    }

    /** The one who knows the customer is asked first. */
    public void keepFor(String agent, Instant until) {
        route = route.keptFor(agent, until);
    }

    public void keepForNobody() {
        route = route.forEverybody();
    }

    /** An agent has it. The wait that counts ends with the first one; for a ticket that was split off nobody waited. */
    public void takenBy(String agent, Instant at) {
        require(state == State.OPEN && holder != Holder.BOT, "be taken by " + agent);
        this.agent = agent;
        helpedBy = agent;
        holder = Holder.AGENT;
        route = route.forEverybody();
        if (waitingSince != null && waitedSeconds == null && handover != Handover.SPLIT) {
            waitedSeconds = Math.max(0, Duration.between(waitingSince, at).toSeconds());
        }
    }

    /** Who gets it next time somebody is to work on it: nobody in particular if null. */
    public void keepFor(@Nullable String agent) {
        require(state == State.OPEN && holder != Holder.BOT, "be kept for somebody");
        this.agent = agent;
    }

    /** The agent gave it back to their colleagues. */
    public void putBack() {
        require(state == State.OPEN && holder != Holder.BOT, "be put back into the queue");
        holder = Holder.QUEUE;
        agent = null;
    }

    public void resolve(Resolution resolution, Instant at) {
        require(state == State.OPEN, "be resolved");
        this.resolution = resolution;
        resolutions++;
        resolvedAt = at;
        dueAt = null;
        state = State.RESOLVED;
        holder = Holder.NOBODY;
    }

    /** It goes on in another ticket of the same customer. Nothing was resolved, so nobody is asked how it was. */
    public void mergeInto(Ticket survivor, Instant at) {
        var fits = state == State.OPEN && survivor.isOpen() && !survivor.id.equals(id);
        require(fits && survivor.customer.equals(customer), "be merged into ticket " + survivor.number);
        mergedInto = survivor.id;
        resolution = Resolution.MERGED;
        resolvedAt = at;
        state = State.RESOLVED;
        holder = Holder.NOBODY;
    }

    public void askForRating(Instant at) {
        require(state == State.RESOLVED, "be rated");
        ratingAskedAt = at;
    }

    /** The customer wrote again, or rated so badly that a person wants to make up for it. */
    public void reopen(Handover reason, Instant at) {
        require(state != State.OPEN, "be reopened");
        state = State.OPEN;
        handover = reason;
        ratingAskedAt = null;
        closedAt = null;
        reopenableUntil = null;
        queue(at);
    }

    /** Ends the ticket; until {@code reopenableUntil} the customer can bring it back by writing. */
    public void close(Instant at, Instant reopenableUntil) {
        require(state == State.RESOLVED, "be closed");
        state = State.CLOSED;
        holder = Holder.NOBODY;
        closedAt = at;
        this.reopenableUntil = reopenableUntil;
    }

    int nextPosition() {
        return ++messages;
    }

    /** The position of its latest message, 0 before the first. */
    public int lastPosition() {
        return messages;
    }

    public boolean botMaySpeak() {
        return state == State.OPEN && holder == Holder.BOT;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean withPerson() {
        return holder == Holder.QUEUE || holder == Holder.AGENT;
    }

    /** The customer has asked for a person, and nobody has resolved it since. */
    public boolean personWanted() {
        return withPerson() && handover == Handover.WANTS_HUMAN;
    }

    /** Closed for so long that writing again opens a new ticket. */
    public boolean isOver(Instant now) {
        return state == State.CLOSED && (reopenableUntil == null || now.isAfter(reopenableUntil));
    }

    public boolean awaitsRating() {
        return state == State.RESOLVED && ratingAskedAt != null;
    }

    private void require(boolean possible, String what) {
        if (!possible) {
            throw new IllegalStateException(
                    "Ticket %d cannot %s: it is %s, held by %s".formatted(number, what, state, holder));
        }
    }

    public UUID id() {
        return id;
    }

    /** The short number that people can say. */
    public long number() {
        return number;
    }

    public UUID customer() {
        return customer;
    }

    public Optional<UUID> previous() {
        return Optional.ofNullable(previous);
    }

    /** The ticket in which this one goes on, if they were merged. */
    public Optional<UUID> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    public String channel() {
        return channel;
    }

    /** Where the channel reaches the customer, in its own notation; empty where they fetch what is said. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public String language() {
        return language;
    }

    public State state() {
        return state;
    }

    public Holder holder() {
        return holder;
    }

    /** The user id of the agent who has it or had it last. */
    public Optional<String> agent() {
        return Optional.ofNullable(agent);
    }

    public Route route() {
        return route;
    }

    /** The user id of the agent who had it last, even if it waits again; who knows it, that is. */
    public Optional<String> helpedBy() {
        return Optional.ofNullable(helpedBy);
    }

    public Optional<String> topic() {
        return Optional.ofNullable(topic);
    }

    public Optional<Handover> handover() {
        return Optional.ofNullable(handover);
    }

    public int priority() {
        return priority;
    }

    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    /** How often it was resolved; each resolution is rated once. */
    public int resolutions() {
        return resolutions;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Since when a person is awaited; the first wish counts. */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    /** By when the next thing that was promised is due: the response or the resolution. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }
}
