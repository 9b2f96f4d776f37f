package io.tandem.channel.telegram;

import io.swagger.v3.oas.annotations.Hidden;
import io.tandem.api.Problem;
import io.tandem.api.Proven;
import io.tandem.channel.messenger.FileSource;
import io.tandem.channel.messenger.RawJson;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where Telegram calls us. Whoever does not know the secret finds nothing here, and does not hear why. */
@Hidden
@RestController
class TelegramController {

    private static final Logger log = LoggerFactory.getLogger(TelegramController.class);
    static final String PATH = "/api/channels/telegram";

    private final TelegramSettings settings;
    private final TelegramUpdates updates;

    TelegramController(TelegramSettings settings, TelegramUpdates updates) {
        this.settings = settings;
        this.updates = updates;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.OK)
    void update(
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String secret,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest call) {
        if (settings.off() || !settings.byWebhook() || !isOurs(secret))
            throw new Problem(HttpStatus.NOT_FOUND, "notFound");
        Proven.note(call);
        var update = RawJson.object(body);
        if (!update.path("update_id").isIntegralNumber()) throw new Problem(HttpStatus.BAD_REQUEST, "badRequest");
        updates.take(update);
    }

    private boolean isOurs(@Nullable String secret) {
        return secret != null && MessageDigest.isEqual(bytes(secret), bytes(settings.secret()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Telegram tells it again. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void again(FileSource.NotNow waits) {
        log.warn("Telegram: {}", waits.getMessage());
    }
}
