package io.tandem.process.migration;

import io.tandem.node.EndsBesideOthers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with what runs, in a thread of its own: the scheduler's is needed by the safety net. Begins when the program
 * starts, so that a roll-out survives a restart; ends before the database does.
 */
@Component
class InBackground implements EndsBesideOthers {

    private static final Logger log = LoggerFactory.getLogger(InBackground.class);
    private static final long EVERY_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 20;

    private final RollOut rollOut;
    private ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(InBackground::worker);
    private volatile boolean running;

    InBackground(RollOut rollOut) {
        this.rollOut = rollOut;
    }

    @Override
    public void start() {
        if (thread.isShutdown()) thread = Executors.newSingleThreadScheduledExecutor(InBackground::worker);
        running = true;
        thread.scheduleWithFixedDelay(this::work, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread worker(Runnable work) {
        var worker = new Thread(work, "migration");
        worker.setDaemon(true);
        return worker;
    }

    /** Somebody has just started one. */
    void now() {
        if (running) thread.execute(this::work);
    }

    private void work() {
        try {
            while (running && rollOut.goOn()) Thread.onSpinWait();
        } catch (RuntimeException failed) {
            log.error("The roll-out could not go on; tried again soon", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) thread.shutdownNow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
