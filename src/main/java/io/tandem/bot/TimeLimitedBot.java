package io.tandem.bot;

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
import org.springframework.beans.factory.annotation.Autowired;
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

    private final Bot bot;
    private final Duration limit;
    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), this::thread);

    @Autowired
    TimeLimitedBot(ArticleBot bot, BotSettings settings) {
        this(bot, settings.timeLimit());
    }

    TimeLimitedBot(Bot bot, Duration limit) {
        this.bot = bot;
        this.limit = limit;
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "bot-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public Understanding understand(Conversation conversation) {
        return inTime(() -> bot.understand(conversation));
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public Finding answer(Conversation conversation) {
        return inTime(() -> bot.answer(conversation));
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public List<Finding> suggest(Conversation conversation) {
        return inTime(() -> bot.suggest(conversation));
    }

    /** @throws BotFailed if it broke down or took too long */
    @Override
    public Autonomy autonomyIn(String topic) {
        return inTime(() -> bot.autonomyIn(topic));
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
