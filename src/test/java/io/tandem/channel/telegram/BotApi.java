package io.tandem.channel.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Telegram's Bot API as its documentation shows it, on a server of its own. */
final class BotApi {

    static final String TOKEN = "123456:AAE-test_token";
    static final String SECRET = "a-secret-of-the-tests";
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server = new WireMockServer(options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .templatingEnabled(true)
            .globalTemplating(true));

    void opens() {
        server.start();
        works();
    }

    void closes() {
        server.stop();
    }

    TelegramSettings settings(String secret) {
        return new TelegramSettings(TOKEN, secret, URI.create(server.baseUrl()));
    }

    /** It takes everything. */
    void works() {
        server.resetMappings();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(ok("true")));
        for (var method : List.of("sendMessage", "sendPhoto", "sendDocument")) {
            answers(
                    method,
                    ok("{\"message_id\": {{randomInt lower=1000 upper=2000000000}}, \"date\": 1441645532,"
                            + " \"chat\": {\"id\": 1, \"type\": \"private\"}}"));
        }
    }

    static ResponseDefinitionBuilder ok(String result) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody("{\"ok\": true, \"result\": %s}".formatted(result));
    }

    static ResponseDefinitionBuilder no(int code, String description, String parameters) {
        return aResponse()
                .withStatus(code)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"ok\": false, \"error_code\": %d, \"description\": \"%s\", \"parameters\": %s}"
                        .formatted(code, description, parameters));
    }

    void answers(String method, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo("/bot" + TOKEN + "/" + method)).willReturn(answer));
    }

    void has(String file, byte[] content) {
        answers(
                "getFile",
                ok("{\"file_id\": \"%s\", \"file_unique_id\": \"u\", \"file_size\": %d, \"file_path\": \"files/%s\"}"
                        .formatted(file, content.length, file)));
        server.stubFor(get(urlEqualTo("/file/bot" + TOKEN + "/files/" + file))
                .willReturn(aResponse().withBody(content)));
    }

    WireMockServer server() {
        return server;
    }

    /** Something that we called it with, and what it said. */
    record Call(String method, String raw, JsonNode body, JsonNode answer) {

        String chat() {
            return body.path("chat_id").asText();
        }

        String text() {
            return body.path("text").asText();
        }

        List<JsonNode> buttons() {
            return body.path("reply_markup").path("inline_keyboard").findParents("callback_data");
        }

        List<String> labels() {
            return buttons().stream()
                    .map(button -> button.path("text").asText())
                    .toList();
        }

        long message() {
            return answer.path("result").path("message_id").asLong();
        }
    }

    /** In the order in which they came. */
    List<Call> calls() {
        var events = server.getAllServeEvents();
        java.util.Collections.reverse(events);
        return events.stream().map(BotApi::call).toList();
    }

    private static Call call(ServeEvent event) {
        var url = event.getRequest().getUrl();
        var raw = event.getRequest().getBodyAsString();
        return new Call(
                url.substring(url.lastIndexOf('/') + 1),
                raw,
                json(raw),
                json(event.getResponse().getBodyAsString()));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException file) {
            return JSON.missingNode();
        }
    }

    Call hears(Predicate<Call> like) {
        return await().atMost(PATIENCE)
                .until(() -> calls().stream().filter(like).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
