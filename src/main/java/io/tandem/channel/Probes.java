package io.tandem.channel;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks each channel by which nothing was sent yet whether anything would get through: operators read of a wrong password before a
 * customer waits for an answer. In a thread of its own, so that no server holds up the start.
 */
@Component
class Probes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Probes.class);
    private static final long EVERY_SECONDS = 30;

    private final Lines lines;
    private final Clock clock;
    private volatile ScheduledExecutorService thread = thread();
    private volatile boolean running;

    Probes(Lines lines, Clock clock) {
        this.lines = lines;
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

    void takeAll() {
        for (var line : lines.sending()) if (line.wantsProbe(clock.instant())) take(line);
    }

    /** Whatever goes wrong, the others are asked, too, and all of them again. */
    private void take(ChannelLine line) {
        try {
            if (line.channel().probe()) line.answersProbe();
        } catch (ChannelDown down) {
            line.failsProbe(down, clock.instant());
            log.warn("{} cannot send: {}", line.channel().name(), Reason.of(down));
        } catch (RuntimeException | Error failed) {
            log.warn("{} could not be asked: {}", line.channel().name(), failed.toString());
        }
    }
}
