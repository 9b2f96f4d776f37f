package io.tandem.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.channel.ChannelHealth;
import io.tandem.channel.messenger.FileSource;
import io.tandem.http.NoAnswer;
import io.tandem.node.EndsBesideOthers;
import io.tandem.node.Leases;
import io.tandem.node.Outage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks Telegram for what is new, on one node. Telegram keeps what we have not asked beyond: that is done after the commit,
 * so nothing is lost with a node; what comes twice is recognized.
 */
final class TelegramPoller implements EndsBesideOthers {

    private static final Logger log = LoggerFactory.getLogger(TelegramPoller.class);
    private static final Duration WAITING = Duration.ofSeconds(25);
    private static final Duration TIME_LIMIT = WAITING.plusSeconds(15);
    /** Longer than one question and one message with files take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** After them, whoever writes next has waited long enough for what nobody understands. */
    private static final int ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TelegramSettings settings;
    private final TelegramApi api;
    private final TelegramUpdates updates;
    private final Leases leases;
    private final ChannelHealth health;
    private volatile boolean running;
    private @Nullable Thread thread;
    private long offset;
    private int failures;
    private Duration pause = FIRST_PAUSE;

    TelegramPoller(
            TelegramSettings settings, TelegramApi api, TelegramUpdates updates, Leases leases, ChannelHealth health) {
        this.settings = settings;
        this.api = api;
        this.updates = updates;
        this.leases = leases;
        this.health = health;
    }

    @Override
    public boolean isAutoStartup() {
        return !settings.off() && !settings.byWebhook();
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::ask, "telegram");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        var asking = thread;
        if (asking == null) return;
        asking.interrupt();
        try {
            asking.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void ask() {
        try {
            while (running) {
                if (isOurs()) round();
                else sleep(FIRST_PAUSE.multipliedBy(5));
            }
            leases.release(TelegramSettings.CHANNEL);
        } catch (InterruptedException stopped) {
            leases.release(TelegramSettings.CHANNEL);
        }
    }

    private boolean isOurs() {
        try {
            return leases.hold(TelegramSettings.CHANNEL, LEASE);
        } catch (RuntimeException noDatabase) {
            log.warn("Telegram is not asked, since nobody knows whose turn it is: {}", noDatabase.toString());
            return false;
        }
    }

    private void round() throws InterruptedException {
        try {
            for (var update : news()) take(update);
            if (health.up(TelegramSettings.CHANNEL)) log.info("Telegram answers again");
            pause = FIRST_PAUSE;
        } catch (TelegramRefused refused) {
            if (refused.code() == 409 && refused.says("webhook")) freeFromWebhook();
            rest("it refuses: HTTP " + refused.code(), refused.retryAfter().orElse(pause));
        } catch (NoAnswer none) {
            if (running) rest(String.valueOf(none.getMessage()), pause);
        } catch (FileSource.NotNow waits) {
            rest(String.valueOf(waits.getMessage()), pause);
        } catch (RuntimeException | Error failed) {
            log.error("What Telegram told could not be taken; it is asked again", failed);
            rest("what it tells cannot be taken: " + failed.getClass().getSimpleName(), pause);
        }
    }

    private JsonNode news() {
        return api.call(
                "getUpdates",
                Map.of("offset", offset, "timeout", WAITING.toSeconds(), "allowed_updates", TelegramUpdates.KINDS),
                TIME_LIMIT);
    }

    private void take(JsonNode update) {
        leases.hold(TelegramSettings.CHANNEL, LEASE);
        try {
            updates.take(update);
        } catch (FileSource.NotNow waits) {
            throw waits;
        } catch (RuntimeException odd) {
            if (Outage.passes(odd) || ++failures < ATTEMPTS) throw odd;
            log.error("Telegram's update {} cannot be taken and is given up", update.path("update_id"), odd);
        }
        failures = 0;
        offset = update.path("update_id").asLong() + 1;
    }

    /** Somebody has used this bot with a webhook before: while there is one, nobody can ask. */
    private void freeFromWebhook() {
        try {
            api.call("deleteWebhook", Map.of("drop_pending_updates", false));
        } catch (TelegramRefused | NoAnswer notNow) {
            log.debug("Telegram keeps the webhook: {}", notNow.getMessage());
        }
    }

    private void rest(String reason, Duration length) throws InterruptedException {
        // Once for each trouble; since when it lasts the health page says.
        var news = health.down(TelegramSettings.CHANNEL, reason);
        log.atLevel(news ? Level.WARN : Level.DEBUG)
                .log("Telegram is asked again in {} s: {}", length.toSeconds(), reason);
        sleep(length);
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void sleep(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }
}
