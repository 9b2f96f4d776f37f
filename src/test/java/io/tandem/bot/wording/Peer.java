package io.tandem.bot.wording;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tandem.bot.Summaries;
import io.tandem.bot.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Somebody's language model: a real HTTP server that says what a test tells it to. */
final class Peer implements BeforeEachCallback, AfterEachCallback {

    static final String KEY = "sk-very-secret";
    static final Duration LIMIT = Duration.ofSeconds(5);
    static final int AT_ONCE = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @Override
    public void beforeEach(ExtensionContext test) {
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.stop();
    }

    Wording wording() {
        return wording(Clock.systemUTC());
    }

    Wording wording(Clock clock) {
        return new LanguageModelWording(model(clock));
    }

    Summaries summaries() {
        return new LanguageModelSummaries(model(Clock.systemUTC()));
    }

    PatientModel model(Clock clock) {
        return new PatientModel(new LanguageModel(settings()), new Patience(clock), AT_ONCE);
    }

    LanguageModelSettings settings() {
        return new LanguageModelSettings("http://127.0.0.1:" + server.port(), "small-one", KEY, LIMIT, 300, AT_ONCE);
    }

    void says(String text) {
        answers(text, "stop");
    }

    void answers(String text, String finishReason) {
        server.stubFor(any(anyUrl()).willReturn(okJson(completion(text, finishReason))));
    }

    void responds(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    void sends(String body) {
        responds(aResponse().withStatus(200).withBody(body));
    }

    static String completion(String text, String finishReason) {
        var completion = JSON.createObjectNode().put("object", "chat.completion");
        var choice = completion.putArray("choices").addObject().put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", text);
        return completion.toString();
    }

    List<LoggedRequest> requests() {
        return server.getServeEvents().getRequests().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    LoggedRequest request() {
        return requests().get(0);
    }

    String rules() {
        return content(0);
    }

    /** The one line of JSON between the lines that begin and end the data. */
    JsonNode data() {
        var lines = content(1).split("\n", -1);
        if (lines.length != 3 || !lines[2].equals(lines[0].replace("DATA", "END")))
            throw new AssertionError("no block of data: " + content(1));
        return json(lines[1]);
    }

    private String content(int message) {
        return json(request().getBodyAsString())
                .path("messages")
                .path(message)
                .path("content")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
