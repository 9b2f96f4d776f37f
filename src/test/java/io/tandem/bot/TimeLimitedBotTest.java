package io.tandem.bot;

import static io.tandem.bot.TestKnowledge.conversation;
import static io.tandem.bot.TestKnowledge.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TimeLimitedBotTest {

    /** Long enough on a machine that has much else to do. */
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private static final Duration IMPATIENT = Duration.ofMillis(200);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private static final Conversation HELLO = conversation("en", customer("Hello"));

    @Test
    void aBotInTimeIsHeard() {
        var bot = limited(PATIENT, () -> Finding.NOTHING);

        assertThat(bot.answer(HELLO)).isEqualTo(Finding.NOTHING);
        assertThat(bot.understand(HELLO)).isEqualTo(Understanding.none("en"));
        assertThat(bot.autonomyIn("x")).isEqualTo(Autonomy.OFF);
        assertThat(timed("answer", "done")).isEqualTo(1);
        assertThat(timed("answer", "failed")).isZero();
    }

    private long timed(String what, String outcome) {
        return meters.timer("tandem.bot", "what", what, "outcome", outcome).count();
    }

    @Test
    void aSlowBotIsStoppedAndFails() {
        var stopped = new AtomicBoolean();
        var bot = limited(IMPATIENT, () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                stopped.set(true);
            }
            return Finding.NOTHING;
        });

        assertThatThrownBy(() -> bot.answer(HELLO))
                .isInstanceOf(BotFailed.class)
                .hasMessageContaining("longer than PT0.2S")
                .hasCauseInstanceOf(TimeoutException.class);
        await().atMost(PATIENT).untilTrue(stopped);
        assertThat(timed("answer", "failed")).isEqualTo(1);
    }

    @Test
    void aBrokenBotFailsWithItsReason() {
        var reason = new IllegalStateException("no index");
        var bot = limited(PATIENT, () -> {
            throw reason;
        });

        assertThatThrownBy(() -> bot.answer(HELLO))
                .isInstanceOf(BotFailed.class)
                .hasCause(reason);
    }

    @Test
    void aBotThatRunsOutOfMemoryFailsToo() {
        var bot = limited(PATIENT, () -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> bot.answer(HELLO)).isInstanceOf(BotFailed.class);
    }

    @Test
    void aBotThatHangsForeverDoesNotHoldTheNextCustomer() {
        var hangs = new AtomicBoolean(true);
        var release = new CountDownLatch(1);
        var bot = limited(Duration.ofSeconds(2), () -> {
            while (hangs.getAndSet(false)) hang(release);
            return Finding.NOTHING;
        });
        assertThatThrownBy(() -> bot.answer(HELLO)).isInstanceOf(BotFailed.class);

        await().atMost(PATIENT)
                .ignoreException(BotFailed.class)
                .until(() -> bot.answer(HELLO).equals(Finding.NOTHING));
        assertThat(release.getCount()).isEqualTo(1);
        release.countDown();
    }

    /** Not even an interrupt ends it. */
    private static void hang(CountDownLatch release) {
        while (release.getCount() > 0) LockSupport.parkNanos(1_000_000);
    }

    private Bot limited(Duration limit, Supplier<Finding> answer) {
        return new TimeLimitedBot(new Slow(answer), limit, meters);
    }

    private record Slow(Supplier<Finding> found) implements Bot {
        @Override
        public Understanding understand(Conversation conversation) {
            return Understanding.none(conversation.language());
        }

        @Override
        public Finding answer(Conversation conversation) {
            return found.get();
        }

        @Override
        public List<Finding> suggest(Conversation conversation) {
            return List.of(answer(conversation));
        }

        @Override
        public Autonomy autonomyIn(String topic) {
            return Autonomy.OFF;
        }
    }
}
