package io.tandem.channel;

import io.tandem.node.EndsBesideOthers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes what waits in the {@link Outbox} to its channels, in threads of its own: no transaction is open meanwhile, and a
 * slow channel holds up nobody else's messages.
 */
@Component
class Dispatcher implements EndsBesideOthers {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int IN_A_ROW = 20;
    private static final Duration RENEW_EVERY = Claims.LENGTH.dividedBy(3);

    private final Lines lines;
    private final Claims claims;
    private final Journey journey;
    private final Clock clock;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Bell bell = new Bell();
    private volatile boolean running;
    private Instant renewedAt = Instant.MIN;
    private ExecutorService carriers = Executors.newCachedThreadPool(Dispatcher::carrier);

    Dispatcher(Lines lines, Claims claims, Journey journey, Clock clock) {
        this.lines = lines;
        this.claims = claims;
        this.journey = journey;
        this.clock = clock;
    }

    private static Thread carrier(Runnable work) {
        var thread = new Thread(work, "channel");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        running = true;
        carriers = Executors.newCachedThreadPool(Dispatcher::carrier);
        carriers.execute(this::lookAround);
    }

    /** Lets what is under way arrive, so that another node has not to ask whether it did. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        carriers.shutdown();
        try {
            if (!carriers.awaitTermination(20, TimeUnit.SECONDS)) carriers.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void queued(Outbox.Queued something) {
        bell.ring();
    }

    private void lookAround() {
        while (running) {
            try {
                renew();
                var more = false;
                for (var line : lines.sending()) more |= sendFrom(line);
                if (!more) bell.await(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error failed) {
                // Whatever it was: who ended here would leave every customer without an answer.
                log.warn("Messages wait, since the queue cannot be read: {}", failed.toString());
                pause();
            }
        }
    }

    private void renew() {
        if (clock.instant().isBefore(renewedAt.plus(RENEW_EVERY))) return;
        claims.renew(underWay);
        renewedAt = clock.instant();
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A few of one channel, then the others: who has very much to send, and quickly, would keep them waiting, and what is
     * under way for so long that others take it up, too.
     *
     * @return whether there may be more that can go at once
     */
    private boolean sendFrom(ChannelLine line) {
        for (int i = 0; i < IN_A_ROW; i++) {
            if (!running || !line.enter(clock.instant()) || !sendNext(line)) return false;
        }
        return true;
    }

    /** @return whether there was one; the place in the line is the carrier's then */
    private boolean sendNext(ChannelLine line) {
        var carried = false;
        Optional<Claimed> next = Optional.empty();
        try {
            next = claims.next(line.channel().name());
            next.ifPresent(claimed -> carriers.execute(() -> carry(line, claimed)));
            carried = next.isPresent();
            return carried;
        } finally {
            if (!carried) {
                line.leave();
                // The program stops: another node takes it.
                next.map(Claimed::message).ifPresent(claims::giveBack);
            }
        }
    }

    private void carry(ChannelLine line, Claimed claimed) {
        underWay.add(claimed.message());
        try {
            journey.make(line, claimed);
        } catch (RuntimeException | Error failed) {
            log.error(
                    "{}: what became of message {} could not be recorded",
                    line.channel().name(),
                    claimed.message(),
                    failed);
        } finally {
            underWay.remove(claimed.message());
            line.leave();
            bell.ring();
        }
    }
}
