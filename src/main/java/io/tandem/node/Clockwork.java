package io.tandem.node;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The threads on which a node does what is due by the clock. What may take minutes or hours has threads of its own, one for
 * each piece of work: it holds up neither what customers wait for nor other long work, and never meets itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class Clockwork {

    /** The scheduler of what takes long. */
    public static final String LONG_WORK = "longWork";

    /** As many as there are methods that name it. */
    static final int THREADS = 4;

    /** Beside Spring Boot's own scheduler, which is everybody's who names none. */
    @Bean(name = LONG_WORK, defaultCandidate = false)
    ThreadPoolTaskScheduler longWork(ThreadPoolTaskSchedulerBuilder schedulers) {
        return schedulers.poolSize(THREADS).threadNamePrefix("long-work-").build();
    }
}
