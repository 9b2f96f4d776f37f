package io.tandem.channel.messenger;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A form with some fields and one file, as a request's body; the file is read while it is sent. */
public final class Multipart {

    private final String boundary = "tandem-" + UUID.randomUUID();
    private final StringBuilder head = new StringBuilder();

    public Multipart(Map<String, String> fields) {
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @param name as it is stored: without marks that end a line; quotes are replaced */
    public BodyPublisher with(String field, String name, String type, long size, Supplier<InputStream> content) {
        head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, field, name.replaceAll("[\"\\\\\\p{Cntrl}]", "_"), type));
        var before = head.toString().getBytes(StandardCharsets.UTF_8);
        var after = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.concat(
                BodyPublishers.ofByteArray(before),
                BodyPublishers.ofInputStream(content),
                BodyPublishers.ofByteArray(after));
        return BodyPublishers.fromPublisher(body, before.length + size + after.length);
    }
}
