package io.tandem.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.Problem;
import io.tandem.channel.Deliveries;
import io.tandem.channel.messenger.SentParts;
import io.tandem.process.Transactions;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What became of what we sent: a message has reached the customer with its last part, and has not with any. */
@Component
class WhatsAppStatuses {

    private final Deliveries deliveries;
    private final SentParts parts;
    private final Windows windows;
    private final Transactions transactions;

    WhatsAppStatuses(Deliveries deliveries, SentParts parts, Windows windows, Transactions transactions) {
        this.deliveries = deliveries;
        this.parts = parts;
        this.windows = windows;
        this.transactions = transactions;
    }

    void take(JsonNode status) {
        var id = status.path("id").asText();
        switch (status.path("status").asText()) {
            case "delivered", "read" -> delivered(id);
            case "failed" -> failed(id, status);
            default -> {
                // "sent" is what we know already
            }
        }
    }

    private void delivered(String id) {
        parts.wholeOf(WhatsAppSettings.CHANNEL, id)
                .filter(id::equals)
                .ifPresent(whole -> deliveries.delivered(WhatsAppSettings.CHANNEL, recorded(whole)));
    }

    private void failed(String id, JsonNode status) {
        var code = status.path("errors").path(0).path("code").asInt();
        parts.wholeOf(WhatsAppSettings.CHANNEL, id).map(this::recorded).ifPresent(whole -> {
            if (Trouble.of(code, 400) == Trouble.WINDOW_CLOSED) cameBack(id, whole, status);
            else deliveries.failed(WhatsAppSettings.CHANNEL, whole, reason(code));
        });
    }

    /** Meta says only now that the window was closed: the message waits like every other one that comes too late. */
    private void cameBack(String part, String whole, JsonNode status) {
        var then = status.path("timestamp").asLong();
        transactions.inOne(() -> {
            deliveries
                    .cameBack(WhatsAppSettings.CHANNEL, whole)
                    .ifPresent(customer -> windows.wasClosed(customer, Instant.ofEpochSecond(then)));
            parts.forget(WhatsAppSettings.CHANNEL, part);
        });
    }

    /** Meta can be faster than we are: it tells again what comes before the sending is recorded. */
    private String recorded(String whole) {
        var underWay = parts.messageOf(WhatsAppSettings.CHANNEL, whole)
                .filter(message -> deliveries.isQueued(message.id()))
                .isPresent();
        if (underWay) throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "failed");
        return whole;
    }

    private static String reason(int code) {
        var why = switch (Trouble.of(code, 400)) {
            case NO_CUSTOMER -> "WhatsApp does not reach the customer";
            default -> "WhatsApp has failed";
        };
        return why + ": error " + code;
    }
}
