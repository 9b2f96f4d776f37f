package io.tandem.channel;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks each channel by which nothing was sent yet whether anything would get through: operators read of a wrong password before a
 * customer waits for an answer. Later those that are down with nothing left to try them. In a thread of its own, so that no server
 * holds up the start.
 */
@Component
class Probes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Probes.class);
    private static final long EVERY_SECONDS = 30;

    private final Lines lines;
    private final Backlog backlog;
    private final Clock clock;

    /** What went wrong in asking a channel, so that it is told once. */
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    private volatile ScheduledExecutorService thread = thread();
    private volatile boolean running;

    Probes(Lines lines, Backlog backlog, Clock clock) {
        this.lines = lines;
        this.backlog = backlog;
        this.clock = clock;
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "probes");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void start() {
        running = true;
        thread = thread();
        thread.scheduleWithFixedDelay(this::takeAll, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whatever goes wrong, the others are asked, too, and all of them again. */
    void takeAll() {
        for (var line : lines.sending()) {
            try {
                if (line.wantsProbe(clock.instant(), isIdle(line))) take(line);
            } catch (RuntimeException | Error failed) {
                failed(line, failed);
            }
        }
    }

    private boolean isIdle(ChannelLine line) {
        return line.downSince().isPresent() && backlog.messages(line.channel().name()) == 0;
    }

    private void take(ChannelLine line) {
        var name = line.channel().name();
        try {
            if (line.channel().probe() && line.answersProbe()) log.info("{} can send again", name);
            failures.remove(name);
        } catch (ChannelDown down) {
            // Once for each trouble; since when it lasts the health page says.
            log.atLevel(line.failsProbe(down, clock.instant()) ? Level.WARN : Level.DEBUG)
                    .log("{} cannot send: {}", name, Reason.of(down));
        }
    }

    private void failed(ChannelLine line, Throwable failed) {
        var name = line.channel().name();
        var news = !failed.toString().equals(failures.put(name, failed.toString()));
        log.atLevel(news ? Level.WARN : Level.DEBUG).log("{} could not be asked: {}", name, failed.toString());
    }
}
