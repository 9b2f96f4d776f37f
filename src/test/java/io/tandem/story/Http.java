package io.tandem.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A program that talks to Tandem by HTTP, with cookies of its own. */
public final class Http {

    public static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies;
    private final HttpClient client;
    private final String home;

    public Http(int port) {
        this(port, new CookieManager());
    }

    private Http(int port, CookieManager cookies) {
        this.cookies = cookies;
        client = HttpClient.newBuilder().cookieHandler(cookies).build();
        home = "http://127.0.0.1:" + port;
    }

    /** The same browser, which a load balancer has led to another node. */
    Http at(int otherPort) {
        return new Http(otherPort, cookies);
    }

    /** An answer with its body as JSON; a body that is none is missing. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    public Answer send(String method, String path, Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (body != null) request.header("Content-Type", "application/json");
        if (headers.length > 0) request.headers(headers);
        var answer = send(request.build());
        return new Answer(answer.statusCode(), json(answer.body()), answer);
    }

    /** A file as the body. */
    public Answer upload(String path, byte[] file, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(home + path)).headers(headers).POST(BodyPublishers.ofByteArray(file));
        var answer = send(request.build());
        return new Answer(answer.statusCode(), json(answer.body()), answer);
    }

    public HttpResponse<byte[]> download(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path));
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines of an answer that does not end. */
    HttpResponse<InputStream> opens(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path)).header("Accept", "text/event-stream");
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String raw ? raw : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Fills in the log-in page. */
    public void signIn(String user, String password) {
        var page = send("GET", "/login", null).raw().body();
        var token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        var form = Map.of("user", user, "password", password, "_csrf", token);
        var fields = new StringBuilder();
        form.forEach((name, value) -> fields.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        send(HttpRequest.newBuilder(URI.create(home + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.toString()))
                .build());
        send("GET", "/login", null);
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
