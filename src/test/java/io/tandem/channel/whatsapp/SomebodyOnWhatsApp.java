package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.channel.whatsapp.CloudApi.Call;
import io.tandem.story.Http;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A customer with WhatsApp on their phone. What they do there, Meta tells our webhook, signed. */
final class SomebodyOnWhatsApp {

    private final MockMvc webhook;
    private final CloudApi api;
    private final String number = "49" + ThreadLocalRandom.current().nextLong(1L << 33, 1L << 36);

    SomebodyOnWhatsApp(MockMvc webhook, CloudApi api) {
        this.webhook = webhook;
        this.api = api;
    }

    String number() {
        return number;
    }

    void writes(String text) {
        happens(message("text", Map.of("body", text)));
    }

    ObjectNode message(String type, Object content) {
        var message = Http.JSON
                .createObjectNode()
                .put("from", number)
                .put("id", "wamid." + UUID.randomUUID())
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("type", type);
        message.set(type, Http.JSON.valueToTree(content));
        return message;
    }

    void presses(Call message, String title) {
        happens(press(message, title));
    }

    ObjectNode press(Call message, String title) {
        var choice = message.choices().stream()
                .filter(offered -> offered.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among " + message.titles()));
        var kind = message.body().at("/interactive/type").asText() + "_reply";
        var reply = Map.of("id", choice.path("id").asText(), "title", title);
        var press = message("interactive", Map.of("type", kind, kind, reply));
        press.putObject("context").put("from", "15550783881").put("id", message.id());
        return press;
    }

    void happens(ObjectNode... messages) {
        assertThat(tells(call(CloudApi.NUMBER, List.of(messages), List.of()))).isEqualTo(200);
    }

    int hasStatus(String id, String status, int error) {
        var told = Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("status", status)
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("recipient_id", number);
        if (error > 0) told.putArray("errors").addObject().put("code", error).put("title", "No");
        return tells(call(CloudApi.NUMBER, List.of(), List.of(told)));
    }

    /** What Meta calls us with: as many entries as there are messages. */
    ObjectNode call(String ourNumber, List<? extends JsonNode> messages, List<? extends JsonNode> statuses) {
        var body = Http.JSON.createObjectNode().put("object", "whatsapp_business_account");
        var entries = body.putArray("entry");
        for (var message : messages)
            value(entries.addObject(), ourNumber).putArray("messages").add(message);
        if (!statuses.isEmpty())
            value(entries.addObject(), ourNumber).putArray("statuses").addAll(statuses);
        return body;
    }

    private ObjectNode value(ObjectNode entry, String ourNumber) {
        var change = entry.put("id", "102290129340398")
                .putArray("changes")
                .addObject()
                .put("field", "messages");
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "15550783881").put("phone_number_id", ourNumber);
        value.putArray("contacts")
                .addObject()
                .put("wa_id", number)
                .putObject("profile")
                .put("name", "Karla Kunde");
        return value;
    }

    int tells(JsonNode call) {
        var body = call.toString().getBytes(StandardCharsets.UTF_8);
        return tells(body, new Signature(CloudApi.APP_SECRET).of(body));
    }

    int tells(byte[] body, String signature) {
        try {
            return webhook.perform(post(WhatsAppController.PATH)
                            .header("X-Hub-Signature-256", signature)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Call hears(Predicate<Call> like) {
        return api.hears(call -> isHeard(call) && like.test(call));
    }

    private boolean isHeard(Call call) {
        return call.to().equals(number) && !call.id().isEmpty();
    }

    Call hears(String beginning) {
        return hears(call -> call.text().startsWith(beginning));
    }

    List<Call> heard() {
        return api.calls().stream().filter(this::isHeard).toList();
    }
}
