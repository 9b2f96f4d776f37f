package io.tandem.channel.telegram;

import io.tandem.channel.ChannelHealth;
import io.tandem.channel.PublicAddress;
import io.tandem.http.NoAnswer;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells Telegram where to call us, after every start until it has heard it. */
final class TelegramWebhook {

    private static final Logger log = LoggerFactory.getLogger(TelegramWebhook.class);
    /** As many calls as Telegram makes at once; each waits for its commit. */
    private static final int AT_ONCE = 10;

    private final TelegramSettings settings;
    private final TelegramApi api;
    private final PublicAddress address;
    private final ChannelHealth health;
    private volatile boolean told;

    TelegramWebhook(TelegramSettings settings, TelegramApi api, PublicAddress address, ChannelHealth health) {
        this.settings = settings;
        this.api = api;
        this.address = address;
        this.health = health;
    }

    /** Telegram calls encrypted addresses only; who has another way to us has to tell Telegram of it. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
    void tell() {
        if (told || settings.off() || !settings.byWebhook() || !address.isSecure()) return;
        try {
            api.call(
                    "setWebhook",
                    Map.of(
                            "url",
                            address.of(TelegramController.PATH),
                            "secret_token",
                            settings.secret(),
                            "allowed_updates",
                            TelegramUpdates.KINDS,
                            "max_connections",
                            AT_ONCE));
            told = true;
            health.up(TelegramSettings.CHANNEL);
        } catch (TelegramRefused | NoAnswer notNow) {
            log.warn("Telegram has not been told where to call us: {}", notNow.getMessage());
            health.down(TelegramSettings.CHANNEL, "Telegram has not been told where to call us");
        }
    }
}
