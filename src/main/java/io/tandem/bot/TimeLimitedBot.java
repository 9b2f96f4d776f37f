package io.tandem.bot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The bot as everybody uses it: no customer waits on one that is slow or broken. Threads that hang are bounded: with all
 * of them busy the bot fails at once, and people take over.
 */
@Component
@Primary
class TimeLimitedBot implements Bot {

    private static final int MOST_AT_ONCE = 64;
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final Duration[] CLASSES = Stream.of(20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000)
            .map(millis -> Duration.ofMillis(millis))
            .toArray(Duration[]::new);

    private final Bot bot;
    private final Duration limit;
    private final MeterRegistry meters;
    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), this::thread);

    @Autowired
    TimeLimitedBot(
            ArticleBot bot,
            BotSettings settings,
            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") long lockMillis,
            MeterRegistry meters) {
        this(bot, settings.fitting(Duration.ofMillis(lockMillis)), meters);
    }

    TimeLimitedBot(Bot bot, Duration limit, MeterRegistry meters) {
        this.bot = bot;
        this.limit = limit;
        this.meters = meters;
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "bot-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public Understanding understand(Conversation conversation) {
        return inTime("understand", () -> bot.understand(conversation));
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public Finding answer(Conversation conversation) {
        return inTime("answer", () -> bot.answer(conversation));
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public List<Finding> suggest(Conversation conversation) {
        return inTime("suggest", () -> bot.suggest(conversation));
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public Autonomy autonomyIn(String topic) {
        return inTime("autonomy", () -> bot.autonomyIn(topic));
    }

    private <T> T inTime(String what, Callable<T> work) {
        var watch = Timer.start(meters);
        var outcome = FAILED;
        try {
            var result = inTime(work);
            outcome = DONE;
            return result;
        } finally {
            watch.stop(timer(what, outcome));
        }
    }

    private Timer timer(String what, String outcome) {
        return Timer.builder("tandem.bot")
                .description("How long customers' words kept the bot busy")
                .tag("what", what)
                .tag("outcome", outcome)
                .serviceLevelObjectives(CLASSES)
                .register(meters);
    }

    private <T> T inTime(Callable<T> work) {
        try {
            var future = threads.submit(work);
            try {
                return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                future.cancel(true);
            }
        } catch (TimeoutException e) {
            throw new BotFailed("The bot took longer than " + limit, e);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw new BotFailed("The bot broke down: " + cause, cause == null ? e : cause);
        } catch (RejectedExecutionException e) {
            throw new BotFailed("The bot is busy with " + MOST_AT_ONCE + " messages", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BotFailed("The bot was interrupted", e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
