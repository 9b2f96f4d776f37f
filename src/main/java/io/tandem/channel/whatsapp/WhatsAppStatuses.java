package io.tandem.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.Problem;
import io.tandem.channel.Deliveries;
import io.tandem.channel.messenger.SentParts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What became of what we sent: a message has reached the customer with its last part, and has not with any. */
@Component
class WhatsAppStatuses {

    private final Deliveries deliveries;
    private final SentParts parts;

    WhatsAppStatuses(Deliveries deliveries, SentParts parts) {
        this.deliveries = deliveries;
        this.parts = parts;
    }

    void take(JsonNode status) {
        var id = status.path("id").asText();
        switch (status.path("status").asText()) {
            case "delivered", "read" -> delivered(id);
            case "failed" ->
                failed(id, status.path("errors").path(0).path("code").asInt());
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

    private void failed(String id, int code) {
        parts.wholeOf(WhatsAppSettings.CHANNEL, id)
                .ifPresent(whole -> deliveries.failed(WhatsAppSettings.CHANNEL, recorded(whole), reason(code)));
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
            case WINDOW_CLOSED -> "the customer has not written for 24 hours";
            case NO_CUSTOMER -> "WhatsApp does not reach the customer";
            default -> "WhatsApp has failed";
        };
        return why + ": error " + code;
    }
}
