package io.tandem.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has happened to tickets, for those who wait for it: how often, by ticket and kind. */
final class Signals {

    private static final long PATIENCE_MILLIS = 120_000;

    private record Key(Object ticket, Object kind) {}

    private static final class Count {
        private int times;

        synchronized int times() {
            return times;
        }

        synchronized void add() {
            times++;
            notifyAll();
        }

        synchronized void await(int wanted, Key key) throws InterruptedException {
            var until = System.currentTimeMillis() + PATIENCE_MILLIS;
            while (times < wanted) {
                var left = until - System.currentTimeMillis();
                if (left <= 0) throw new IllegalStateException("Waited in vain for " + key + ", no. " + wanted);
                wait(left);
            }
        }
    }

    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    void happened(Object ticket, Object kind) {
        count(new Key(ticket, kind)).add();
    }

    int times(Object ticket, Object kind) {
        return count(new Key(ticket, kind)).times();
    }

    void await(Object ticket, Object kind, int times) throws InterruptedException {
        var key = new Key(ticket, kind);
        count(key).await(times, key);
    }

    private Count count(Key key) {
        return counts.computeIfAbsent(key, k -> new Count());
    }

    /** The ticket is over. */
    void forget(Object ticket) {
        counts.keySet().removeIf(key -> key.ticket().equals(ticket));
    }
}
