package io.tandem.bot;

import io.tandem.setting.BadSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param timeLimit how long a customer's words may keep the bot busy before a person takes over
 * @param ratingsCount how long a rating counts when the bot is compared with people
 */
@ConfigurationProperties("tandem.bot")
public record BotSettings(
        @DefaultValue("30s") Duration timeLimit,
        @DefaultValue("90d") Duration ratingsCount) {

    /** To understand, to answer, and how far it may go in the topic. */
    private static final int CALLS_IN_A_JOB = 3;
    /** For the rest of a job. */
    private static final Duration REST = Duration.ofSeconds(15);

    /**
     * The time limit. A job that outlasts its lock is begun by a second thread while the first is still at it: the bot would
     * never be found too slow, and no person would come.
     *
     * @throws BadSetting if a job with a slow bot could outlast its lock
     */
    Duration fitting(Duration lock) {
        var longest = lock.minus(REST).dividedBy(CALLS_IN_A_JOB);
        if (timeLimit.isNegative() || timeLimit.isZero() || timeLimit.compareTo(longest) > 0) {
            throw new BadSetting(
                    "tandem.bot.time-limit",
                    "has to be more than nothing and at most %d s: a job asks the bot up to %d times, and camunda.bpm.job-execution.lock-time-in-millis is %d"
                            .formatted(longest.toSeconds(), CALLS_IN_A_JOB, lock.toMillis()));
        }
        return timeLimit;
    }
}
