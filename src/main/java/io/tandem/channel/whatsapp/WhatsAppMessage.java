package io.tandem.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.FitText;
import io.tandem.channel.messenger.Arrival;
import io.tandem.channel.messenger.Offered;
import io.tandem.channel.messenger.Saying;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A message as the webhook tells it, read as far as it can be: whatever is odd in it is missing.
 *
 * @param name that the customer has given themselves
 */
record WhatsAppMessage(JsonNode json, @Nullable String name) {

    /** How a file is called that comes without a name. */
    private static final Map<String, String> FILES =
            Map.of("image", "photo.jpg", "document", "document", "audio", "voice.ogg", "video", "video.mp4");

    String id() {
        return json.path("id").asText();
    }

    String from() {
        return json.path("from").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    Instant at() {
        var seconds = json.path("timestamp").asText();
        return Instant.ofEpochSecond(seconds.matches("\\d{1,11}") ? Long.parseLong(seconds) : 0);
    }

    boolean isFromSomebody() {
        return from().matches("\\d{3,20}") && !id().isEmpty() && id().length() <= 200;
    }

    /** The message of ours that this one replies to. */
    String repliesTo() {
        return json.path("context").path("id").asText();
    }

    /** What the pressed button says, if one was pressed that we sent. */
    Optional<String> press() {
        return Optional.of(reply().path("id").asText()).filter(press -> !press.isEmpty());
    }

    private JsonNode reply() {
        var interactive = json.path("interactive");
        return interactive.path(interactive.path("type").asText());
    }

    Arrival arrival() {
        return new Arrival(
                WhatsAppSettings.CHANNEL,
                from(),
                id(),
                at(),
                name,
                null,
                FitText.cleaned(text()).strip(),
                sayings(),
                files());
    }

    private String text() {
        return switch (type()) {
            case "text" -> json.path("text").path("body").asText();
            case "interactive" -> reply().path("title").asText();
            case "button" -> json.path("button").path("text").asText();
            case "order" -> json.path("order").path("text").asText();
            default -> json.path(type()).path("caption").asText();
        };
    }

    private List<Offered> files() {
        var otherwise = FILES.get(type());
        if (otherwise == null) return List.of();
        var file = json.path(type());
        var name = FitText.cleanedName(file.path("filename").asText());
        return List.of(new Offered(file.path("id").asText(), name == null ? otherwise : name, 0));
    }

    private List<Saying> sayings() {
        return switch (type()) {
            case "text", "interactive", "button", "image", "document", "audio", "video" -> List.of();
            case "sticker" -> List.of(Saying.sticker(""));
            case "location" -> List.of(location(json.path("location")));
            case "contacts" ->
                StreamSupport.stream(json.path("contacts").spliterator(), false)
                        .map(WhatsAppMessage::contact)
                        .toList();
            default -> List.of(Saying.other(FitText.cleaned(type())));
        };
    }

    private static Saying location(JsonNode place) {
        var where = (field(place, "name") + " " + field(place, "address")).strip();
        return Saying.location(
                place.path("latitude").asDouble(), place.path("longitude").asDouble(), where);
    }

    private static Saying contact(JsonNode contact) {
        return Saying.contact(
                field(contact.path("name"), "formatted_name"),
                field(contact.path("phones").path(0), "phone"));
    }

    private static String field(JsonNode node, String field) {
        return FitText.cleaned(node.path(field).asText()).strip();
    }
}
