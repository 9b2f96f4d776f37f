package io.tandem.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tandem.story.Http;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody's CRM, which writes down what it is posted, and sometimes has a bad day. */
final class Receiver implements Closeable {

    /** @param id by which it recognizes what comes again */
    record Post(String id, JsonNode body) {}

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile boolean ill;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/hook", this::take);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        // Ill, it has written it down now and then, and its answer says that it has not.
        if (!ill || body.length % 2 == 0) {
            posts.add(new Post(exchange.getRequestHeaders().getFirst("webhook-id"), Http.JSON.readTree(body)));
        }
        exchange.sendResponseHeaders(ill ? 500 : 200, -1);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void isIll(boolean now) {
        ill = now;
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
