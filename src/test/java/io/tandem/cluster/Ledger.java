package io.tandem.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What was said and what of it Tandem has acknowledged: each text has a mark of its own. */
final class Ledger {

    enum Kind {
        CHAT,
        HOOK,
        REPLY_TO_CHAT,
        REPLY_TO_HOOK
    }

    record Entry(Kind kind, Instant at) {}

    private final Map<String, Kind> said = new ConcurrentHashMap<>();
    private final Map<String, Entry> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();

    String mark(Kind kind) {
        var mark = "m" + UUID.randomUUID().toString().replace("-", "");
        said.put(mark, kind);
        return mark;
    }

    void acknowledged(String mark) {
        acknowledged.putIfAbsent(mark, new Entry(said.get(mark), Instant.now()));
    }

    void refused() {
        refused.incrementAndGet();
    }

    /** @param since when it was asked, by {@link System#nanoTime} */
    void refused(long since) {
        refused();
        longest.accumulateAndGet(System.nanoTime() - since, Math::max);
    }

    /** How long somebody waited only to be refused. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    Map<String, Kind> said() {
        return said;
    }

    Map<String, Entry> acknowledged() {
        return acknowledged;
    }

    int refusedSoFar() {
        return refused.get();
    }
}
