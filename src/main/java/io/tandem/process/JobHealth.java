package io.tandem.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.process.JobQueue.State;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether this node works off what is due. A queue that grows is told and does not take the node out of service: that would
 * make it grow the more.
 */
@Component("jobsHealthIndicator")
class JobHealth extends AbstractHealthIndicator {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Status BEHIND = new Status("BEHIND");

    private final JobQueue queue;
    private volatile State latest;
    private volatile boolean counted;

    JobHealth(JobQueue queue, MeterRegistry meters) {
        this.queue = queue;
        latest = new State(false, 0, Duration.ZERO, 0);
        gauge(meters, "due", "Steps and timers that could be done now", State::due);
        gauge(meters, "failed", "Steps that are not tried again: each is an incident", State::failed);
        Gauge.builder("tandem.jobs.oldest", () -> latest.behind().toSeconds())
                .baseUnit("seconds")
                .description("How long the step waits that has waited longest")
                .register(meters);
    }

    private void gauge(MeterRegistry meters, String name, String means, ToDoubleFunction<State> figure) {
        Gauge.builder("tandem.jobs." + name, () -> figure.applyAsDouble(latest))
                .description(means)
                .register(meters);
    }

    /** However often somebody asks for figures or health, the jobs are counted at this pace. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void count() {
        latest = queue.now();
        counted = true;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!counted) count();
        var now = latest;
        health.status(status(now))
                .withDetail("running", now.running())
                .withDetail("due", now.due())
                .withDetail("oldest", now.behind().toString())
                .withDetail("failed", now.failed());
    }

    private static Status status(State now) {
        if (!now.running()) return Status.DOWN;
        return now.behind().compareTo(LONG) > 0 ? BEHIND : Status.UP;
    }
}
