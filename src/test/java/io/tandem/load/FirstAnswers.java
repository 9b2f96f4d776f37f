package io.tandem.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Customers who write at a steady rate, whether those before have their answer or not; each waits for the bot's answer on
 * their page. The time counts from when a customer was due, so that one who had to wait for others has waited.
 */
final class FirstAnswers {

    private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(5);

    private final int port;
    private final ShopTalk talk = new ShopTalk(new Random(4711));
    private final HttpClient browser = ChatPage.browser();

    FirstAnswers(int port) {
        this.port = port;
    }

    /** @param failed refused, or without an answer */
    record Answered(Histogram micros, int failed, int asked) {

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    Answered ask(int perSecond, Duration time) throws Exception {
        var micros = new ConcurrentHistogram(MOST_MICROS, 3);
        var pages = Executors.newCachedThreadPool();
        try {
            var all = new ArrayList<Future<?>>();
            var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
            var first = System.nanoTime() + gap;
            var times = (int) (perSecond * time.toSeconds());
            for (int i = 0; i < times; i++) {
                var due = first + i * gap;
                var language = i % 2 == 0 ? "de" : "en";
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                all.add(pages.submit(() -> {
                    askOne(language);
                    micros.recordValue(Math.min(MOST_MICROS, (System.nanoTime() - due) / 1000));
                    return true;
                }));
            }
            return new Answered(micros, failed(all), times);
        } finally {
            pages.shutdownNow();
        }
    }

    private static int failed(List<Future<?>> all) throws InterruptedException {
        int failed = 0;
        for (var one : all) {
            try {
                one.get(5, TimeUnit.MINUTES);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException refused) {
                if (failed++ == 0) System.out.println("The first that failed: " + refused);
            }
        }
        return failed;
    }

    private void askOne(String language) throws Exception {
        try (var page = ChatPage.opens(browser, port, language, talk.asksOfOrder(language))) {
            page.hears(event -> event.isFrom("bot"));
        }
    }
}
