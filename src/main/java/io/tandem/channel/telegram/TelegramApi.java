package io.tandem.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.channel.messenger.FileSource;
import io.tandem.channel.messenger.Multipart;
import io.tandem.channel.messenger.Offered;
import io.tandem.channel.messenger.RawJson;
import io.tandem.http.Calls;
import io.tandem.http.NoAnswer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Telegram's Bot API. Its addresses hold the token: none of them is ever said. */
final class TelegramApi implements FileSource {

    /** A file that a bot can fetch. */
    static final long LARGEST_FILE = 20L * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
    private static final Duration FILES_TIME_LIMIT = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    private final TelegramSettings settings;
    private final Calls calls = new Calls(CONNECTING);

    TelegramApi(TelegramSettings settings) {
        this.settings = settings;
    }

    /**
     * @return what Telegram gives
     * @throws TelegramRefused if it says no
     * @throws NoAnswer if it says nothing
     */
    JsonNode call(String method, Map<String, ?> parameters) {
        return call(method, parameters, TIME_LIMIT);
    }

    JsonNode call(String method, Map<String, ?> parameters, Duration timeLimit) {
        var body = BodyPublishers.ofString(JSON.valueToTree(parameters).toString());
        return call(method, "application/json", body, timeLimit);
    }

    /** Calls with a file. */
    JsonNode upload(String method, Map<String, String> fields, Upload file) {
        var form = new Multipart(fields);
        var body = form.with(file.field(), file.name(), file.type(), file.size(), file.content());
        return call(method, form.contentType(), body, FILES_TIME_LIMIT);
    }

    record Upload(String field, String name, String type, long size, Supplier<InputStream> content) {}

    private JsonNode call(String method, String type, BodyPublisher body, Duration timeLimit) {
        var request = HttpRequest.newBuilder(address("/bot", "/" + method))
                .header("Content-Type", type)
                .POST(body)
                .build();
        var response = calls.call(request, timeLimit, LONGEST_ANSWER);
        return result(response.statusCode(), response.body());
    }

    private URI address(String kind, String path) {
        return URI.create(settings.api().toString().replaceAll("/+$", "") + kind + settings.token() + path);
    }

    private static JsonNode result(int status, byte[] body) {
        var answer = RawJson.answer(body);
        if (status == 200 && answer.path("ok").asBoolean()) return answer.path("result");
        var seconds = answer.path("parameters").path("retry_after").asLong();
        throw new TelegramRefused(
                answer.path("error_code").asInt(status),
                answer.path("description").asText(),
                seconds > 0 ? Duration.ofSeconds(seconds) : null);
    }

    @Override
    public void fetch(Offered file, Path into, long most) {
        var path = pathOf(file);
        if (!path.matches("[A-Za-z0-9_./-]+") || path.contains("..")) throw new Gone("Telegram names no file");
        var request = HttpRequest.newBuilder(address("/file/bot", "/" + path)).build();
        try {
            var status = calls.download(request, into, FILES_TIME_LIMIT, most).statusCode();
            if (status == 404) throw new Gone("Telegram does not have it any more");
            if (status != 200) throw new TelegramRefused(status, "", null);
        } catch (NoAnswer none) {
            if (none.isTooLong()) throw new TooLarge();
            throw none;
        }
    }

    private String pathOf(Offered file) {
        try {
            return call("getFile", Map.of("file_id", file.id()))
                    .path("file_path")
                    .asText();
        } catch (TelegramRefused refused) {
            if (refused.code() == 400) throw new Gone("Telegram does not give it out");
            throw refused;
        }
    }
}
