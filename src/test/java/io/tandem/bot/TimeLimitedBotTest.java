package io.tandem.bot;

import static io.tandem.bot.TestKnowledge.conversation;
import static io.tandem.bot.TestKnowledge.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.ticket.Answer.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TimeLimitedBotTest {

    private static final Conversation HELLO = conversation("en", customer("Hello"));

    @Test
    void aBotInTimeIsHeard() {
        var bot = limited(() -> Finding.NOTHING);

        assertThat(bot.answer(HELLO)).isEqualTo(Finding.NOTHING);
        assertThat(bot.understand(HELLO)).isEqualTo(Understanding.none("en"));
        assertThat(bot.autonomyIn("x")).isEqualTo(Autonomy.OFF);
    }

    @Test
    void aSlowBotIsStoppedAndFails() {
        var stopped = new AtomicBoolean();
        var bot = limited(() -> {
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
        await().atMost(Duration.ofSeconds(5)).untilTrue(stopped);
    }

    @Test
    void aBrokenBotFailsWithItsReason() {
        var reason = new IllegalStateException("no index");
        var bot = limited(() -> {
            throw reason;
        });

        assertThatThrownBy(() -> bot.answer(HELLO))
                .isInstanceOf(BotFailed.class)
                .hasCause(reason);
    }

    @Test
    void aBotThatRunsOutOfMemoryFailsToo() {
        var bot = limited(() -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> bot.answer(HELLO)).isInstanceOf(BotFailed.class);
    }

    @Test
    void aBotThatHangsForeverDoesNotHoldTheNextCustomer() {
        var hangs = new AtomicBoolean(true);
        var bot = limited(() -> {
            while (hangs.get()) Thread.onSpinWait();
            return Finding.NOTHING;
        });
        assertThatThrownBy(() -> bot.answer(HELLO)).isInstanceOf(BotFailed.class);

        hangs.set(false);

        assertThat(bot.answer(HELLO)).isEqualTo(Finding.NOTHING);
    }

    private static Bot limited(Supplier<Finding> answer) {
        return new TimeLimitedBot(new Slow(answer), Duration.ofMillis(200));
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
