package io.tandem.bot.wording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An endpoint with {@code /v1/chat/completions}. All of the peer is bounded: its time, and what it may send. */
final class LanguageModel {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int OK = 200;

    private final LanguageModelSettings settings;
    private final HttpClient http;

    LanguageModel(LanguageModelSettings settings) {
        this.settings = settings;
        // HTTP/2 by upgrade confuses some of these servers; a redirect would take customers' words elsewhere.
        http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.timeLimit())
                .build();
    }

    /**
     * The text that the model gives.
     *
     * @throws Unusable if it gives none in time, or not a whole one
     */
    String ask(String rules, String data) {
        var response = inTime(request(rules, data));
        if (response.statusCode() != OK) throw Unusable.failed("the endpoint says HTTP " + response.statusCode());
        return text(response.body());
    }

    private HttpRequest request(String rules, String data) {
        var body = JSON.createObjectNode()
                .put("model", settings.model())
                .put("temperature", 0)
                .put("max_tokens", settings.maxTokens())
                .put("stream", false);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", rules);
        messages.addObject().put("role", "user").put("content", data);
        var request = HttpRequest.newBuilder(settings.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (!settings.key().isEmpty()) request.header("Authorization", "Bearer " + settings.key());
        return request.build();
    }

    /** The request's own limit would end with the first header: a peer that drips bytes could hold us for long. */
    private HttpResponse<byte[]> inTime(HttpRequest request) {
        var coming = http.sendAsync(request, response -> new BoundedBody(LONGEST_ANSWER));
        try {
            return coming.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Unusable.failed("it took longer than " + settings.timeLimit());
        } catch (ExecutionException e) {
            throw Unusable.failed("the connection failed: " + kind(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unusable.failed("nobody waits for it any more");
        } finally {
            coming.cancel(true);
        }
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "for no reason" : cause.getClass().getSimpleName();
    }

    private static String text(byte[] body) {
        var choice = read(body).path("choices").path(0);
        var text = choice.path("message").path("content");
        if (!text.isTextual()) throw Unusable.failed("the endpoint's answer has no text");
        var end = choice.path("finish_reason");
        if (end.isValueNode() && !end.isNull() && !end.asText().equals("stop"))
            throw Unusable.dropped("the answer was cut off");
        return text.textValue();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Unusable.failed("the endpoint's answer is no JSON");
        } catch (IOException e) {
            throw Unusable.failed("the endpoint's answer cannot be read");
        }
    }
}
