package io.tandem.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.api.Problem;
import io.tandem.api.Proven;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where systems post what their customers say. Nothing is read before its signature has been checked. */
@RestController
@RequestMapping("/api/channels/" + Webhook.PREFIX + "{name}")
class WebhookController {

    private final Webhooks webhooks;
    private final Received received;
    private final Letters letters;
    private final Wishes wishes;
    private final FileLinks links;
    private final Attachments attachments;
    private final Downloads downloads;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookController(
            Webhooks webhooks,
            Received received,
            Letters letters,
            Wishes wishes,
            FileLinks links,
            Attachments attachments,
            Downloads downloads,
            ObjectMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.received = received;
        this.letters = letters;
        this.wishes = wishes;
        this.links = links;
        this.attachments = attachments;
        this.downloads = downloads;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    String receive(
            @PathVariable String name,
            @RequestHeader HttpHeaders headers,
            @RequestBody byte[] body,
            HttpServletRequest call) {
        var channel = channel(name);
        var envelope = Envelope.of(headers);
        envelope.check(channel.secrets(), body, clock.instant());
        Proven.note(call);
        return received.answer(
                channel.name(), envelope.id(), body, () -> written(take(channel, envelope.id(), read(body))));
    }

    private Webhook channel(String name) {
        return webhooks.find(name).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "webhookUnknown"));
    }

    private Answer take(Webhook channel, String delivery, Letter letter) {
        return letter.kind().equals("message") ? letters.take(channel, delivery, letter) : wishes.take(channel, letter);
    }

    private Letter read(byte[] body) {
        try {
            var letter = json.readValue(body, Letter.class);
            if (letter != null) return letter;
        } catch (IOException unreadable) {
            // said below
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "webhookUnreadable");
    }

    private String written(Answer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(
            @PathVariable String name,
            @PathVariable UUID file,
            @RequestParam UUID ticket,
            @RequestParam long until,
            @RequestParam String key,
            HttpServletRequest call) {
        links.check(channel(name).name(), ticket, file, until, key);
        Proven.note(call);
        return downloads.file(attachments.forCustomer(ticket, file));
    }
}
