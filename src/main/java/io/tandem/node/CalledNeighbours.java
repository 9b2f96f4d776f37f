package io.tandem.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Nodes that call one another by PostgreSQL's LISTEN and NOTIFY. What is told within a few milliseconds goes as one call,
 * beside the transactions of those who work: a NOTIFY within them would make all their commits wait in a row.
 */
final class CalledNeighbours implements Neighbours, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CalledNeighbours.class);
    private static final String LISTEN = "listen tandem";
    /** Nobody waits for it to be on the disk. */
    private static final String QUICKLY = "set synchronous_commit to off";

    private static final long GATHER_MILLIS = 10;
    private static final int LISTEN_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 500;
    /** More than that has not been told for long: others find it by themselves. */
    private static final int MOST_UNTOLD = 10_000;
    /** PostgreSQL takes 8000 bytes. */
    private static final int LONGEST = 7_000;

    private final String here;
    private final OwnLine ear;
    private final OwnLine mouth;
    private final ApplicationEventPublisher events;
    private final Set<String> untold = new LinkedHashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<OwnLine> broken = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private @Nullable Connection heardBy;

    CalledNeighbours(String here, OwnLine ear, OwnLine mouth, ApplicationEventPublisher events) {
        this.here = here;
        this.ear = ear;
        this.mouth = mouth;
        this.events = events;
    }

    @Override
    public void tell(String kind, String content) {
        synchronized (untold) {
            if (untold.size() >= MOST_UNTOLD) return;
            untold.add(kind + " " + content);
            untold.notifyAll();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        threads.add(new Thread(this::listen, "neighbours-ear"));
        threads.add(new Thread(this::speak, "neighbours-mouth"));
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    private void listen() {
        while (running) {
            try {
                var connection = ear.open(LISTEN);
                if (connection != heardBy) publish(new Missed());
                heardBy = connection;
                hear(connection);
                broken.remove(ear);
            } catch (SQLException | RuntimeException failed) {
                rest("heard", ear, failed);
            }
        }
        ear.close();
    }

    private void hear(Connection connection) throws SQLException {
        var calls = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        for (var call : calls) {
            var lines = call.getParameter().split("\n");
            if (!lines[0].equals(here)) List.of(lines).subList(1, lines.length).forEach(this::publish);
        }
    }

    private void publish(String line) {
        var kind = line.substring(0, line.indexOf(' '));
        publish(new Heard(kind, line.substring(kind.length() + 1)));
    }

    /** Who cannot bear to hear it must not keep it from the others. */
    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException failed) {
            log.warn("What another node told was of no use here", failed);
        }
    }

    private void speak() {
        var next = "";
        while (running) {
            try {
                if (next.isEmpty()) next = gathered();
                call(next);
                next = "";
                broken.remove(mouth);
            } catch (SQLException | RuntimeException failed) {
                rest("told", mouth, failed);
            } catch (InterruptedException end) {
                break;
            }
        }
        mouth.close();
    }

    /** What there is to tell, as much as fits into one call. */
    private String gathered() throws InterruptedException {
        synchronized (untold) {
            while (untold.isEmpty()) untold.wait();
        }
        Thread.sleep(GATHER_MILLIS);
        var call = new StringBuilder(here);
        synchronized (untold) {
            for (var lines = untold.iterator(); lines.hasNext(); lines.remove()) {
                var line = lines.next();
                if (call.length() + line.length() > LONGEST) break;
                call.append('\n').append(line);
            }
        }
        return call.toString();
    }

    private void call(String words) throws SQLException {
        try (var notify = mouth.open(QUICKLY).prepareStatement("select pg_notify('tandem', ?)")) {
            notify.setString(1, words);
            notify.execute();
        }
    }

    private void rest(String what, OwnLine line, Exception failed) {
        if (!running) return;
        line.close();
        // Once for each trouble. Where the database is away, OutageLog says so for all.
        if (broken.add(line)) log.warn("Other nodes cannot be {}, tried twice a second from now on", what, failed);
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before whoever tells something, and after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
