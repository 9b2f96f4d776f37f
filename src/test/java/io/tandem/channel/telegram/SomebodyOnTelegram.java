package io.tandem.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tandem.channel.telegram.BotApi.Call;
import io.tandem.story.Http;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A customer with Telegram on their phone. What they do there, Telegram tells our webhook. */
final class SomebodyOnTelegram {

    private final MockMvc webhook;
    private final BotApi api;
    private final long chat = ThreadLocalRandom.current().nextLong(1L << 33, 1L << 50);
    private final AtomicInteger messages = new AtomicInteger(7);

    SomebodyOnTelegram(MockMvc webhook, BotApi api) {
        this.webhook = webhook;
        this.api = api;
    }

    String chat() {
        return Long.toString(chat);
    }

    /** @return the update as Telegram tells it, which it may do again */
    ObjectNode writes(String text) {
        return sends("text", text);
    }

    ObjectNode sends(String field, Object content) {
        var update = update("message");
        update.withObject("/message").set(field, Http.JSON.valueToTree(content));
        happens(update);
        return update;
    }

    ObjectNode changes(ObjectNode written, String text) {
        var update = Http.JSON.createObjectNode().put("update_id", nextUpdate());
        update.set("edited_message", written.path("message").deepCopy());
        update.withObject("/edited_message").put("text", text).put("edit_date", nowSeconds());
        happens(update);
        return update;
    }

    ObjectNode update(String kind) {
        var update = Http.JSON.createObjectNode().put("update_id", nextUpdate());
        var message = update.putObject(kind)
                .put("message_id", messages.incrementAndGet())
                .put("date", nowSeconds());
        message.set("from", from());
        message.putObject("chat").put("id", chat).put("type", "private").put("first_name", "Karla");
        return update;
    }

    private static long nowSeconds() {
        return System.currentTimeMillis() / 1000;
    }

    private static int nextUpdate() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    private ObjectNode from() {
        return Http.JSON
                .createObjectNode()
                .put("id", chat)
                .put("is_bot", false)
                .put("first_name", "Karla")
                .put("last_name", "Kunde")
                .put("language_code", "en");
    }

    void presses(Call message, String label) {
        var data = message.buttons().stream()
                .filter(button -> button.path("text").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + message.labels()))
                .path("callback_data")
                .asText();
        pressesThat(message.message(), data);
    }

    void pressesThat(long message, String data) {
        var update = Http.JSON.createObjectNode().put("update_id", nextUpdate());
        var press = update.putObject("callback_query")
                .put("id", "press-" + nextUpdate())
                .put("data", data);
        press.set("from", from());
        press.putObject("message")
                .put("message_id", message)
                .putObject("chat")
                .put("id", chat)
                .put("type", "private");
        happens(update);
    }

    void happens(ObjectNode update) {
        assertThat(tells(update)).isEqualTo(200);
    }

    int tells(ObjectNode update) {
        try {
            return webhook.perform(post(TelegramController.PATH)
                            .header("X-Telegram-Bot-Api-Secret-Token", BotApi.SECRET)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(update.toString()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Call hears(Predicate<Call> like) {
        return api.hears(call -> call.method().equals("sendMessage")
                && call.chat().equals(chat())
                && like.test(call)
                && call.message() > 0);
    }

    Call hears(String beginning) {
        return hears(call -> call.text().startsWith(beginning));
    }

    List<Call> heard() {
        return api.calls().stream()
                .filter(call ->
                        call.method().equals("sendMessage") && call.chat().equals(chat()) && call.message() > 0)
                .toList();
    }
}
