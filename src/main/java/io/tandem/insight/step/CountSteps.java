package io.tandem.insight.step;

import io.tandem.insight.InsightSettings;
import io.tandem.node.Clockwork;
import io.tandem.process.Transactions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts each day and each week once, when it is over: what ended then does not change any more, and nobody has to wait for
 * 90 days of history to be read.
 */
@Component
class CountSteps {

    static final int LONGEST = 90;

    private static final Logger log = LoggerFactory.getLogger(CountSteps.class);
    private static final int KEPT_DAYS = 400;
    /** By then what ended just before midnight has gone on, so that one knows how. */
    private static final LocalTime DUE = LocalTime.of(1, 0);

    private final History history;
    private final Blocks blocks;
    private final Transactions transactions;
    private final InsightSettings settings;
    private final Clock clock;

    CountSteps(History history, Blocks blocks, Transactions transactions, InsightSettings settings, Clock clock) {
        this.history = history;
        this.blocks = blocks;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The latest first. Also what was due while the program stood still. */
    @Scheduled(scheduler = Clockwork.LONG_WORK, initialDelayString = "PT2M", fixedDelayString = "PT15M")
    void countWhatIsDue() {
        var now = clock.instant().atZone(settings.timeZone());
        var over = now.toLocalTime().isBefore(DUE) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        count(over.minusDays(1), Block.DAY, over.minusDays(LONGEST));
        count(lastWeek(over), Block.WEEK, over.minusDays(LONGEST));
        blocks.forgetBefore(over.minusDays(KEPT_DAYS));
    }

    /** The first day of the latest week that is over. @param day the first day that is not over */
    static LocalDate lastWeek(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    }

    private void count(LocalDate latest, int days, LocalDate oldest) {
        var counted = blocks.counted(days);
        Stream.iterate(latest, day -> !day.isBefore(oldest), day -> day.minusDays(days))
                .filter(day -> !counted.contains(day))
                .forEach(day -> count(new Block(day, days)));
    }

    private void count(Block block) {
        var tallies = history.count(block, settings.timeZone());
        transactions.inOne(() -> {
            // Of two nodes that count at once, the key stops one, and this its second attempt.
            if (!blocks.counted(block.days()).contains(block.firstDay())) blocks.keep(block, tallies, clock.instant());
        });
        log.debug("Counted the steps of {}", block);
    }
}
