package io.tandem.process.engine;

import io.tandem.node.EndsBesideOthers;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * When the program stops, it takes no more jobs, ends those that it is doing, and gives those that it has only taken back to
 * the other nodes: else each would wait until its lock runs out.
 */
@Component
final class LastJobs implements EndsBesideOthers {

    private static final Logger log = LoggerFactory.getLogger(LastJobs.class);
    /** A bit more than the bot may think once. Longer jobs are rare; broken off, they are done again elsewhere. */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private static final long LOOK_EVERY_MILLIS = 50;

    private final ProcessEngine engine;
    private final NodesJobs ours;
    private volatile boolean running;

    LastJobs(ProcessEngine engine, NodesJobs ours) {
        this.engine = engine;
        this.ours = ours;
    }

    /** The engine's starter does that when all is ready. */
    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        if (!(configuration.getJobExecutor() instanceof SpringJobExecutor jobs) || !jobs.isActive()) return;
        // From here on its threads give back what they have not begun.
        jobs.shutdown();
        if (jobs.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads) awaitEnd(threads);
        // Also what failed while the database was away, and is locked since.
        ours.giveBack();
    }

    private static void awaitEnd(ThreadPoolTaskExecutor threads) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (threads.getActiveCount() > 0 || threads.getQueueSize() > 0) {
                if (System.nanoTime() > until) {
                    log.warn("{} jobs are broken off; another node does them again", threads.getActiveCount());
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
