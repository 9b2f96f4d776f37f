package io.tandem.channel.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.tandem.channel.whatsapp.WhatsAppSettings.Template;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Meta's Cloud API as its documentation shows it, on a server of its own. */
final class CloudApi {

    static final String TOKEN = "EAAG-test-token";
    static final String NUMBER = "106540352242922";
    static final String APP_SECRET = "app-secret-of-the-tests";
    static final String VERIFY_TOKEN = "verify-token-of-the-tests";
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

    WhatsAppSettings settings(String template) {
        return new WhatsAppSettings(
                TOKEN,
                NUMBER,
                APP_SECRET,
                VERIFY_TOKEN,
                new Template(template, "en_GB"),
                URI.create(server.baseUrl() + "/v20.0"),
                List.of("lookaside.fbsbx.com"));
    }

    /** It takes everything. */
    void works() {
        server.resetMappings();
        sending(ok("{\"messaging_product\": \"whatsapp\", \"contacts\": [{\"input\": \"1\", \"wa_id\": \"1\"}],"
                + " \"messages\": [{\"id\": \"wamid.{{randomValue length=30 type='ALPHANUMERIC'}}\"}]}"));
        server.stubFor(post(urlEqualTo("/v20.0/" + NUMBER + "/media"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(ok("{\"id\": \"4490709327384033\"}")));
    }

    void sending(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo("/v20.0/" + NUMBER + "/messages"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(answer));
    }

    static ResponseDefinitionBuilder ok(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    static ResponseDefinitionBuilder no(int status, int code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(
                        "{\"error\": {\"message\": \"(#%d) No\", \"type\": \"OAuthException\", \"code\": %d,"
                                        .formatted(code, code)
                                + " \"error_data\": {\"messaging_product\": \"whatsapp\", \"details\": \"No.\"}, \"fbtrace_id\": \"A\"}}");
    }

    void has(String media, byte[] content) {
        has(media, server.baseUrl() + "/attachments/" + media, content.length);
        server.stubFor(get(urlEqualTo("/attachments/" + media))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(aResponse().withBody(content)));
    }

    void has(String media, String url, long size) {
        gives(
                media,
                ok(
                        "{\"messaging_product\": \"whatsapp\", \"url\": \"%s\", \"mime_type\": \"image/jpeg\", \"sha256\": \"x\","
                                        .formatted(url)
                                + " \"file_size\": \"%d\", \"id\": \"%s\"}".formatted(size, media)));
    }

    void gives(String media, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/v20.0/" + media)).willReturn(answer));
    }

    WireMockServer server() {
        return server;
    }

    /** Something that we called it with, and what it said. */
    record Call(String path, String raw, JsonNode body, JsonNode answer) {

        String to() {
            return body.path("to").asText();
        }

        String type() {
            return body.path("type").asText();
        }

        String text() {
            return type().equals("interactive")
                    ? body.at("/interactive/body/text").asText()
                    : body.at("/text/body").asText();
        }

        /** Of buttons and of lists. */
        List<JsonNode> choices() {
            var choices = new ArrayList<JsonNode>();
            body.at("/interactive/action/buttons").forEach(button -> choices.add(button.path("reply")));
            body.at("/interactive/action/sections/0/rows").forEach(choices::add);
            return choices;
        }

        List<String> titles() {
            return choices().stream()
                    .map(choice -> choice.path("title").asText())
                    .toList();
        }

        String id() {
            return answer.at("/messages/0/id").asText();
        }
    }

    /** In the order in which they came. */
    List<Call> calls() {
        var events = new ArrayList<>(server.getAllServeEvents());
        Collections.reverse(events);
        return events.stream().map(CloudApi::call).toList();
    }

    private static Call call(ServeEvent event) {
        var raw = event.getRequest().getBodyAsString();
        return new Call(
                event.getRequest().getUrl(),
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
