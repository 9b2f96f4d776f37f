package io.tandem.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tandem.story.Http.Answer;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Somebody's CRM: a real HTTP server that is posted what we say, and a program that posts what its customers say. It signs by
 * the Standard Webhooks scheme in its own words, so that both sides cannot be wrong in the same way.
 */
public final class OtherSystem {

    public static final String PATH = "/api/channels/webhook-crm";

    private static final String NEW =
            "whsec_" + Base64.getEncoder().encodeToString("new-secret-of-the-crm-123456".getBytes(UTF_8));
    private static final String OLD =
            "whsec_" + Base64.getEncoder().encodeToString("old-secret-of-the-crm-123456".getBytes(UTF_8));

    private static final WireMockServer PEER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private final Http http;
    private final String conversation;
    private final String secret;

    private OtherSystem(Http http, String conversation, String secret) {
        this.http = http;
        this.conversation = conversation;
        this.secret = secret;
    }

    /** Connects it to every Tandem that is started for tests; its secret is just being changed. */
    public static final class Connected implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext tandem) {
            if (!PEER.isRunning()) {
                PEER.start();
                PEER.stubFor(post(urlEqualTo("/hook")).willReturn(ok()));
            }
            TestPropertyValues.of(
                            "tandem.channels.webhook.crm.secrets=" + NEW + "," + OLD,
                            "tandem.channels.webhook.crm.url=http://127.0.0.1:" + PEER.port() + "/hook",
                            "tandem.channels.webhook.allowed-hosts[0]=127.0.0.1:" + PEER.port())
                    .applyTo(tandem);
        }
    }

    /** A customer of the CRM starts to write. */
    public static OtherSystem withCustomer(int port) {
        return new OtherSystem(new Http(port), "conversation-" + UUID.randomUUID(), NEW);
    }

    /** It has not heard of the new secret yet. */
    public OtherSystem withOldSecret() {
        return new OtherSystem(http, conversation, OLD);
    }

    public OtherSystem withSecret(String other) {
        return new OtherSystem(http, conversation, other);
    }

    public String conversation() {
        return conversation;
    }

    public Answer writes(String text) {
        return posts(Map.of("text", text, "name", "Karla", "language", "en"));
    }

    public Answer posts(Map<String, ?> letter) {
        return posts("msg_" + UUID.randomUUID(), Instant.now(), letter(letter));
    }

    public String letter(Map<String, ?> letter) {
        var whole = new HashMap<String, Object>(letter);
        whole.putIfAbsent("conversation", conversation);
        try {
            return Http.JSON.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer posts(String id, Instant at, String body) {
        var seconds = String.valueOf(at.getEpochSecond());
        return posts(id, seconds, signature(secret, id, seconds, body), body);
    }

    public Answer posts(String id, String timestamp, String signatures, String body) {
        return http.send(
                "POST", PATH, body, "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }

    public String signature(String id, String timestamp, String body) {
        return signature(secret, id, timestamp, body);
    }

    private static String signature(String secret, String id, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it answers from now on to what we post about this conversation. */
    public void responds(ResponseDefinitionBuilder response) {
        PEER.stubFor(post(urlEqualTo("/hook"))
                .withRequestBody(matchingJsonPath("$.conversation", WireMock.equalTo(conversation)))
                .willReturn(response));
    }

    public static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    /** Waits for the first message of this author and gives it back, with all around it. */
    public JsonNode hears(String author) {
        return await().atMost(Duration.ofSeconds(90)).until(() -> first(author), found -> !found.isMissingNode());
    }

    private JsonNode first(String author) {
        return posted().stream()
                .map(OtherSystem::body)
                .filter(body -> body.at("/message/author").asText().equals(author))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Everything that we posted about this conversation, in order. */
    public List<LoggedRequest> posted() {
        return PEER.findAll(postRequestedFor(urlEqualTo("/hook"))
                .withRequestBody(matchingJsonPath("$.conversation", WireMock.equalTo(conversation))));
    }

    /** Whether what was posted is signed with each secret that it may know. */
    public static boolean isGenuine(LoggedRequest request) {
        var id = request.getHeader("webhook-id");
        var timestamp = request.getHeader("webhook-timestamp");
        var given = List.of(request.getHeader("webhook-signature").split(" "));
        return given.equals(List.of(
                signature(NEW, id, timestamp, request.getBodyAsString()),
                signature(OLD, id, timestamp, request.getBodyAsString())));
    }

    public static JsonNode body(LoggedRequest request) {
        try {
            return Http.JSON.readTree(request.getBody());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
