package io.tandem.process.engine;

import io.tandem.node.Neighbours;
import io.tandem.node.ThisNode;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks the jobs that this node does as its own, and frees those of a node that has died: their locks are long. */
@Component
final class NodesJobs {

    private static final Logger log = LoggerFactory.getLogger(NodesJobs.class);

    private final JobExecutor jobs;
    private final JdbcClient sql;

    NodesJobs(JobExecutor jobs, ThisNode here, JdbcClient sql) {
        this.jobs = jobs;
        this.sql = sql;
        jobs.setLockOwner(here.id());
    }

    /** Should the node live after all, the engine lets only one of both end such a job. */
    @EventListener
    void died(Neighbours.Died node) {
        var freed = sql.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                .param(node.node())
                .update();
        log.info("{} jobs of node {} are free", freed, node.node());
        jobs.jobWasAdded();
    }
}
