package io.tandem.bot.wording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.http.Calls;
import io.tandem.http.NoAnswer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** An endpoint with {@code /v1/chat/completions}. */
final class LanguageModel {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int OK = 200;

    private final LanguageModelSettings settings;
    private final Calls calls;

    LanguageModel(LanguageModelSettings settings) {
        this.settings = settings;
        calls = new Calls(settings.timeLimit());
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

    private HttpResponse<byte[]> inTime(HttpRequest request) {
        try {
            return calls.call(request, settings.timeLimit(), LONGEST_ANSWER);
        } catch (NoAnswer none) {
            throw Unusable.failed(String.valueOf(none.getMessage()));
        }
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
