package io.tandem.channel.whatsapp;

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
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of Meta's Graph API that WhatsApp needs. */
final class GraphApi implements FileSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);
    private static final Duration FILES_TIME_LIMIT = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final WhatsAppSettings settings;
    private final Calls calls = new Calls(CONNECTING);

    GraphApi(WhatsAppSettings settings) {
        this.settings = settings;
    }

    /**
     * @return the id that the message has got
     * @throws GraphRefused if Meta says no
     * @throws NoAnswer if it says nothing
     */
    String send(Map<String, ?> message) {
        var request = to(settings.phoneNumberId() + "/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(message).toString()));
        return text(call(request, TIME_LIMIT).path("messages").path(0), "id");
    }

    /** @return the id under which the file can be sent */
    String upload(String name, String type, long size, Supplier<InputStream> content) {
        var form = new Multipart(Map.of("messaging_product", "whatsapp", "type", type));
        var body = form.with("file", name, type, size, content);
        var request = to(settings.phoneNumberId() + "/media")
                .header("Content-Type", form.contentType())
                .POST(body);
        return text(call(request, FILES_TIME_LIMIT), "id");
    }

    private static String text(JsonNode node, String field) {
        var text = node.path(field).asText();
        if (text.isEmpty()) throw new GraphRefused(200, 0, null);
        return text;
    }

    private HttpRequest.Builder to(String path) {
        return signedIn(URI.create(settings.api().toString().replaceAll("/+$", "") + "/" + path));
    }

    private HttpRequest.Builder signedIn(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + settings.token());
    }

    private JsonNode call(HttpRequest.Builder request, Duration timeLimit) {
        var response = calls.call(request.build(), timeLimit, LONGEST_ANSWER);
        var answer = RawJson.answer(response.body());
        if (response.statusCode() == 200 && !answer.has("error")) return answer;
        throw refused(response.statusCode(), answer.path("error").path("code").asInt(), response.headers());
    }

    private static GraphRefused refused(int status, int code, HttpHeaders headers) {
        var seconds = headers.firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"));
        return new GraphRefused(
                status,
                code,
                seconds.map(Long::parseLong).map(Duration::ofSeconds).orElse(null));
    }

    @Override
    public void fetch(Offered file, Path into, long most) {
        if (!file.id().matches("[A-Za-z0-9_-]+")) throw new Gone("WhatsApp names no file");
        try {
            var media = call(to(file.id() + "?phone_number_id=" + settings.phoneNumberId()), TIME_LIMIT);
            if (media.path("file_size").asLong() > most) throw new TooLarge();
            download(media.path("url").asText(), into, most);
        } catch (GraphRefused refused) {
            if (refused.trouble() == Trouble.MESSAGE) throw new Gone("WhatsApp does not give it out");
            throw refused;
        } catch (NoAnswer none) {
            if (none.isTooLong()) throw new TooLarge();
            throw none;
        }
    }

    private void download(String url, Path into, long most) {
        var address = address(url);
        if (address == null) throw new Gone("WhatsApp names an address that is not its own");
        var response = calls.download(signedIn(address).build(), into, FILES_TIME_LIMIT, most);
        if (response.statusCode() != 200) throw refused(response.statusCode(), 0, response.headers());
    }

    /** Our token goes there: only to hosts that are known, and only encrypted unless the API itself is not. */
    private @Nullable URI address(String url) {
        try {
            var address = URI.create(url);
            var host = String.valueOf(address.getHost());
            if (address.getUserInfo() != null) return null;
            if (address.getScheme().equals(settings.api().getScheme())
                    && address.getRawAuthority().equals(settings.api().getRawAuthority())) return address;
            return address.getScheme().equals("https")
                            && address.getPort() == -1
                            && settings.mediaHosts().contains(host)
                    ? address
                    : null;
        } catch (IllegalArgumentException | NullPointerException odd) {
            return null;
        }
    }
}
