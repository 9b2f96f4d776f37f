package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel that never ends having something to send holds up no other one, and nothing that is under way. */
class DispatcherTest {

    private static final UUID SLOW = UUID.randomUUID();

    private final CarrierPigeon busy = new CarrierPigeon("a-busy", "a-busy");
    private final CarrierPigeon slow = new CarrierPigeon("b-slow", "b-slow");
    private final CountDownLatch arrives = new CountDownLatch(1);
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final AtomicInteger renewed = new AtomicInteger();
    private final Claims claims = mock(withSettings().stubOnly());
    private final Journey journey = mock(withSettings().stubOnly());
    private final Clock clock = mock(withSettings().stubOnly());
    private final AtomicInteger seconds = new AtomicInteger();
    private final Lines lines = new Lines(List.of(busy, slow), List.of());
    private final Dispatcher dispatcher = new Dispatcher(lines, claims, journey, clock);

    @AfterEach
    void ends() {
        arrives.countDown();
        dispatcher.stop();
    }

    @Test
    void oneThatIsAlwaysBusyLetsTheOthersSendAndWhatIsUnderWayStaysClaimed() {
        when(clock.instant()).thenAnswer(asked -> Instant.EPOCH.plusSeconds(seconds.get()));
        when(claims.next(busy.name())).thenAnswer(asked -> alwaysAnother());
        when(claims.next(slow.name()))
                .thenAnswer(asked -> claimed.getAndSet(true) ? Optional.empty() : Optional.of(message(SLOW)));
        doAnswer(asked -> arrivesOf(asked.getArgument(1))).when(journey).make(any(), any());
        doAnswer(asked -> isRenewed(asked.getArgument(0))).when(claims).renew(any());

        dispatcher.start();

        await().atMost(Duration.ofSeconds(30)).untilTrue(claimed);
        for (int i = 1; i <= 3; i++) {
            var before = renewed.get();
            seconds.addAndGet((int) Claims.LENGTH.dividedBy(2).toSeconds());
            await().atMost(Duration.ofSeconds(30)).until(() -> renewed.get() > before);
        }
        assertThat(arrives.getCount()).isEqualTo(1);
    }

    /** As long as the database needs for it, which is longer than this channel needs to send it. */
    private static Optional<Claimed> alwaysAnother() throws InterruptedException {
        Thread.sleep(2);
        return Optional.of(message(UUID.randomUUID()));
    }

    private static Claimed message(UUID id) {
        return new Claimed(id, false, 0, Instant.EPOCH, false, 0, null, null, 0);
    }

    private Object arrivesOf(Claimed message) throws InterruptedException {
        if (message.message().equals(SLOW)) arrives.await();
        return message;
    }

    private Object isRenewed(Collection<UUID> underWay) {
        if (underWay.contains(SLOW)) renewed.incrementAndGet();
        return underWay;
    }
}
