package io.tandem.process.engine;

import io.tandem.node.Neighbours;
import io.tandem.node.ThisNode;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Marks the jobs that this node does as its own. Frees those of a node that has died, and this one's own after the database
 * was away: what then failed could not be recorded either, and locks are long.
 */
@Component
final class NodesJobs {

    private static final Logger log = LoggerFactory.getLogger(NodesJobs.class);

    private final String here;
    private final JobExecutor jobs;
    private final JdbcClient sql;
    private final AtomicBoolean databaseWasAway = new AtomicBoolean();

    NodesJobs(JobExecutor jobs, ThisNode here, JdbcClient sql) {
        this.jobs = jobs;
        this.sql = sql;
        this.here = here.id();
        jobs.setLockOwner(here.id());
    }

    @EventListener
    void died(Neighbours.Died node) {
        free(node.node());
    }

    @EventListener(Neighbours.Missed.class)
    void databaseIsBack() {
        databaseWasAway.set(true);
    }

    /** A moment later: what still fails because of it has come to its end. */
    @Scheduled(fixedDelayString = "PT3S")
    void freeWhatWasBrokenOff() {
        if (!databaseWasAway.get()) return;
        free(here);
        databaseWasAway.set(false);
    }

    /** This node does no more jobs. */
    void giveBack() {
        try {
            free(here);
        } catch (RuntimeException noDatabase) {
            log.warn("This node's jobs wait until their locks run out: {}", noDatabase.toString());
        }
    }

    /** Should somebody still do such a job, the engine lets only one of both end it. */
    private void free(String owner) {
        var freed = sql.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                .param(owner)
                .update();
        if (freed > 0) log.info("{} jobs of node {} are free again", freed, owner);
        jobs.jobWasAdded();
    }
}
