package io.tandem.channel.whatsapp;

import io.swagger.v3.oas.annotations.Hidden;
import io.tandem.api.Problem;
import io.tandem.api.Proven;
import io.tandem.channel.messenger.FileSource;
import io.tandem.channel.messenger.RawJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where Meta calls us. Whoever cannot sign finds nothing here, and does not hear why. */
@Hidden
@RestController
class WhatsAppController {

    private static final Logger log = LoggerFactory.getLogger(WhatsAppController.class);
    static final String PATH = "/api/channels/whatsapp";
    private static final String CHALLENGE = "[A-Za-z0-9_.-]{1,200}";

    private final WhatsAppSettings settings;
    private final WhatsAppEvents events;
    private final Signature signature;

    WhatsAppController(WhatsAppSettings settings, WhatsAppEvents events) {
        this.settings = settings;
        this.events = events;
        // Never asked as long as nothing is configured.
        signature = new Signature(settings.off() ? "off" : settings.appSecret());
    }

    /** Meta asks once, when the webhook is entered there. What it gives to be repeated is repeated, and nothing else. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    String verification(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        if (settings.off() || !isOurs(token) || !mode.equals("subscribe") || !challenge.matches(CHALLENGE))
            throw nothingHere();
        return challenge;
    }

    private boolean isOurs(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), settings.verifyToken().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.OK)
    void event(
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signed,
            HttpServletRequest request) {
        // Who shows no signature is not listened to: 3 MB of many strangers would fill the memory.
        if (settings.off() || signed == null) throw nothingHere();
        var body = read(request);
        if (!signature.fits(signed, body)) throw nothingHere();
        Proven.note(request);
        events.take(RawJson.object(body));
    }

    private static byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException brokenOff) {
            throw nothingHere();
        }
    }

    private static Problem nothingHere() {
        return new Problem(HttpStatus.NOT_FOUND, "notFound");
    }

    /** Meta tells it again. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void again(FileSource.NotNow waits) {
        log.warn("WhatsApp: {}", waits.getMessage());
    }
}
