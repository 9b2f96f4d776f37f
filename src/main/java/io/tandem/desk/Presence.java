package io.tandem.desk;

import io.tandem.live.LiveStreams;
import io.tandem.node.Neighbours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who has a ticket before them just now, and who types. It is told to colleagues who have it open, too, and kept in
 * memory for seconds, here and on the other nodes: no table, log or figure ever holds it.
 */
@Component
class Presence {

    enum State {
        READING,
        TYPING,
        GONE
    }

    /** Pages say every 15 seconds that they are still there. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(40);

    private static final int MOST_PAGES = 50;

    private static final String READER = "reader";

    private record Page(String user, String page) {}

    private record Seen(State state, Instant at) {}

    private final Map<UUID, Map<Page, Seen>> pages = new ConcurrentHashMap<>();
    private final LiveStreams streams;
    private final Neighbours neighbours;
    private final Clock clock;

    Presence(LiveStreams streams, Neighbours neighbours, Clock clock) {
        this.streams = streams;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** @param page one of the user's open pages, by an id that it made for itself */
    void is(UUID ticket, String user, String page, State state) {
        note(ticket, user, page, state);
        neighbours.tell(READER, String.join("\t", ticket.toString(), user, page, state.name()));
    }

    @EventListener
    void heard(Neighbours.Heard told) {
        if (!told.kind().equals(READER)) return;
        var words = told.content().split("\t", -1);
        note(UUID.fromString(words[0]), words[1], words[2], State.valueOf(words[3]));
    }

    private void note(UUID ticket, String user, String page, State state) {
        var before = others(ticket, "");
        pages.compute(ticket, (id, known) -> {
            var there = known == null ? new ConcurrentHashMap<Page, Seen>() : known;
            there.values().removeIf(this::isForgotten);
            if (state == State.GONE) {
                there.remove(new Page(user, page));
            } else if (there.size() < MOST_PAGES) {
                there.put(new Page(user, page), new Seen(state, clock.instant()));
            }
            return there.isEmpty() ? null : there;
        });
        if (!others(ticket, "").equals(before)) streams.wake(ticket);
    }

    /** Pages that went without a word, on tickets that nobody opens again. */
    @Scheduled(fixedDelayString = "PT1M")
    void forget() {
        for (var ticket : pages.keySet()) {
            pages.computeIfPresent(ticket, (id, there) -> {
                there.values().removeIf(this::isForgotten);
                return there.isEmpty() ? null : there;
            });
        }
    }

    int ticketsInMemory() {
        return pages.size();
    }

    /** The colleagues of somebody who have the ticket open, by log-in; whoever types in one page types. */
    List<Reader> others(UUID ticket, String than) {
        var there = pages.getOrDefault(ticket, Map.of()).entrySet().stream()
                .filter(entry -> !isForgotten(entry.getValue()))
                .filter(entry -> !entry.getKey().user().equals(than))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().user(),
                        entry -> entry.getValue().state() == State.TYPING,
                        Boolean::logicalOr));
        return there.entrySet().stream()
                .sorted(Entry.comparingByKey())
                .map(entry -> new Reader(entry.getKey(), entry.getValue()))
                .toList();
    }

    record Reader(String user, boolean typing) {}

    private boolean isForgotten(Seen seen) {
        return seen.at().plus(FORGOTTEN_AFTER).isBefore(clock.instant());
    }
}
