package io.tandem.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A foreign site with a strict policy of its own. Its pages embed the chat by one script tag. */
final class Shop {

    /** What {@code tandem.chat.origins} allows in tests. */
    static final String ORIGIN = "http://shop.example";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <title>Waldkauz</title>
                <link rel="icon" href="data:,">
                <script src="%s/chat.js" async></script>
              </head>
              <body><main><h1>Waldkauz, things that last</h1>%s</main></body>
            </html>
            """;

    private final HttpServer server;

    private Shop(HttpServer server) {
        this.server = server;
    }

    static Shop opens() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var shop = new Shop(server);
            server.createContext("/", shop::answer);
            server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void closes() {
        server.stop(0);
    }

    /** So that the origin is the same in each run, although the port is not. */
    String asItsNameResolves() {
        return "--host-resolver-rules=MAP shop.example:80 127.0.0.1:"
                + server.getAddress().getPort();
    }

    /** The page with the chat as part of it. */
    String withChat(String tandem) {
        return ORIGIN + "/chat?" + tandem;
    }

    /** The page that has nothing but the script tag: the chat floats above it. */
    String withButton(String tandem) {
        return ORIGIN + "/button?" + tandem;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var tandem = exchange.getRequestURI().getQuery();
        var chat = exchange.getRequestURI().getPath().equals("/chat") ? "<tandem-chat></tandem-chat>" : "";
        var policy = "default-src 'none'; img-src data:; script-src %1$s; connect-src %1$s".formatted(tandem);
        var page = PAGE.formatted(tandem, chat).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }
}
