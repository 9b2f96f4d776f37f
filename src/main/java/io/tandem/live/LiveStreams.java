package io.tandem.live;

import io.tandem.node.Neighbours;
import io.tandem.ticket.Ticket;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that are open now, by what they show: a ticket's id, or a record of the one who listens. A commit that changes
 * a ticket wakes its pages, on whichever node they are open.
 */
@Component
public class LiveStreams {

    /** More than one customer opens; the oldest gives way. Customers and colleagues do not drive out each other. */
    private static final int PAGES_A_KIND = 8;

    /** A page that does not read holds one until the server's write time is over. */
    private static final int SENDERS = 64;

    /** What nodes tell one another of a ticket that has changed. */
    private static final String TICKET = "ticket";

    private final Map<Object, Queue<LiveStream>> open = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, task -> {
        var thread = new Thread(task, "live");
        thread.setDaemon(true);
        return thread;
    });
    private final Neighbours neighbours;

    public LiveStreams(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    public SseEmitter open(Object subject, LiveFeed feed) {
        var stream = new LiveStream(feed, senders);
        // Within the map's own step: a queue that just became empty is not in it any more, and nobody would wake its
        // pages.
        var alike = open.compute(subject, (s, streams) -> with(stream, streams)).stream()
                .filter(stream::isAlike)
                .toList();
        if (alike.size() > PAGES_A_KIND) {
            forget(subject, alike.get(0));
            alike.get(0).emitter().complete();
        }
        stream.emitter().onCompletion(() -> forget(subject, stream));
        stream.emitter().onError(gone -> forget(subject, stream));
        stream.wake();
        return stream.emitter();
    }

    private static Queue<LiveStream> with(LiveStream stream, @Nullable Queue<LiveStream> others) {
        var all = others == null ? new ConcurrentLinkedQueue<LiveStream>() : others;
        all.add(stream);
        return all;
    }

    private void forget(Object subject, LiveStream stream) {
        open.computeIfPresent(subject, (s, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(Ticket.Changed event) {
        wake(event.ticket());
        neighbours.tell(TICKET, event.ticket().toString());
    }

    @EventListener
    void heard(Neighbours.Heard told) {
        if (told.kind().equals(TICKET)) wake(UUID.fromString(told.content()));
    }

    @EventListener(Neighbours.Missed.class)
    void wakeAll() {
        streams().forEach(LiveStream::wake);
    }

    /** The subject's pages ask for news; those that have none stay silent. */
    public void wake(Object subject) {
        open.getOrDefault(subject, new ConcurrentLinkedQueue<>()).forEach(LiveStream::wake);
    }

    /** As {@link #wake}, for all subjects of a kind. */
    public void wakeEach(Class<?> kind) {
        open.keySet().stream().filter(kind::isInstance).forEach(this::wake);
    }

    /** Waiting times change by themselves, and a line that nothing passes is closed by proxies. */
    @Scheduled(fixedDelayString = "${tandem.live-beat:15s}")
    void beat() {
        streams().forEach(stream -> {
            stream.beat();
            stream.wake();
        });
    }

    private Stream<LiveStream> streams() {
        return open.values().stream().flatMap(Collection::stream);
    }

    /** Before the server waits for its open requests to end: these would not, and the pages come back by themselves. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        streams().forEach(stream -> stream.emitter().complete());
        senders.shutdown();
    }
}
