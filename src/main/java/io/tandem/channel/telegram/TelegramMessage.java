package io.tandem.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.FitText;
import io.tandem.channel.messenger.Arrival;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A message as Telegram's {@code Message} object tells it, read as far as it can be: whatever is odd in it is missing. */
record TelegramMessage(JsonNode json) {

    /** Bots can be asked into groups; ours talks to one customer alone. */
    boolean isPrivate() {
        return json.path("chat").path("type").asText().equals("private") && chat() != null;
    }

    @Nullable
    String chat() {
        var id = json.path("chat").path("id");
        return id.isIntegralNumber() ? id.asText() : null;
    }

    /** By which a message is known in the channel: Telegram counts the messages of each chat for itself. */
    static String providerId(JsonNode chat, JsonNode message) {
        return chat.asText() + "/" + message.asText();
    }

    String providerId() {
        return providerId(json.path("chat").path("id"), json.path("message_id"));
    }

    /** By which a change of the message is known. */
    String changeId() {
        return providerId() + "/" + json.path("edit_date").asText();
    }

    boolean isFromABot() {
        return json.path("from").path("is_bot").asBoolean();
    }

    /** With which every chat with a bot begins; and whoever asks for help has not said yet with what. */
    boolean isStart() {
        return json.path("text").asText().strip().matches("/(start|help)(@\\w+)?(\\s.*)?");
    }

    @Nullable
    String language() {
        var code = json.path("from").path("language_code").asText();
        return code.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*") ? code : null;
    }

    @Nullable
    String name() {
        var from = json.path("from");
        return FitText.cleanedName(
                from.path("first_name").asText() + " " + from.path("last_name").asText());
    }

    Arrival arrival(String address) {
        var content = TelegramContent.of(json);
        return new Arrival(
                TelegramSettings.CHANNEL,
                address,
                providerId(),
                Instant.ofEpochSecond(json.path("date").asLong()),
                name(),
                language(),
                words(),
                content.sayings(),
                content.files());
    }

    private String words() {
        return json.path("text").isTextual()
                ? withLinks(json.path("text").asText(), json.path("entities"))
                : withLinks(json.path("caption").asText(), json.path("caption_entities"));
    }

    /** An address that hides behind words is put after them; from the last to the first, so that no place moves. */
    private static String withLinks(String text, JsonNode entities) {
        var whole = new StringBuilder(text);
        StreamSupport.stream(entities.spliterator(), false)
                .filter(entity -> entity.path("type").asText().equals("text_link"))
                .sorted(Comparator.comparingInt(TelegramMessage::end).reversed())
                .filter(entity -> end(entity) > 0 && end(entity) <= text.length())
                .forEach(entity ->
                        whole.insert(end(entity), " (" + entity.path("url").asText() + ")"));
        return FitText.cleaned(whole.toString()).strip();
    }

    private static int end(JsonNode entity) {
        return entity.path("offset").asInt() + entity.path("length").asInt();
    }
}
