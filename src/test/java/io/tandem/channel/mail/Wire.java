package io.tandem.channel.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The wire to a server, which a test can make slow or cut. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> cutAt = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile List<String> cutAlwaysAt = List.of();
    private volatile String hidden = "";
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean dead;

    Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts the connection, once, before the server hears these words. */
    void cutAt(String words) {
        cutAt.set(words);
    }

    /** Cuts the connection whenever a client is about to say one of these. */
    void cutAlwaysAt(String... words) {
        cutAlwaysAt = List.of(words);
    }

    /** As if the server could not do this: it says another word of the same length. */
    void hide(String ability) {
        hidden = ability;
    }

    /** Whether a client has said these words. */
    boolean hasHeard(String words) {
        return heard.stream().anyMatch(said -> said.contains(words));
    }

    int cuts() {
        return cuts.get();
    }

    /** How long each piece takes on its way. */
    void slow(Duration delay) {
        this.delay = delay;
    }

    /** Whether it accepts nobody, and cuts those who are there. */
    void dead(boolean dead) {
        this.dead = dead;
        if (dead) hangUp();
    }

    private void hangUp() {
        sockets.forEach(Wire::close);
        sockets.clear();
    }

    private void accept() throws IOException {
        while (true) {
            var client = entrance.accept();
            if (dead) {
                close(client);
                continue;
            }
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            inBackground(() -> pump(client, server, true));
            inBackground(() -> pump(server, client, false));
        }
    }

    private void pump(Socket from, Socket to, boolean fromClient) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var piece = new byte[8192];
            for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (fromClient && isCut(new String(piece, 0, length, StandardCharsets.ISO_8859_1))) return;
                Thread.sleep(delay.toMillis());
                if (!fromClient && !hidden.isEmpty()) hideIn(piece, length);
                out.write(piece, 0, length);
                out.flush();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void hideIn(byte[] piece, int length) {
        var words =
                new String(piece, 0, length, StandardCharsets.ISO_8859_1).replace(hidden, "X".repeat(hidden.length()));
        System.arraycopy(words.getBytes(StandardCharsets.ISO_8859_1), 0, piece, 0, length);
    }

    private boolean isCut(String words) {
        heard.add(words);
        if (cutAlwaysAt.stream().anyMatch(words::contains)) return true;
        var at = cutAt.get();
        if (at == null || !words.contains(at) || !cutAt.compareAndSet(at, null)) return false;
        cuts.incrementAndGet();
        return true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // that is what it is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // then it is
        }
    }

    @Override
    public void close() {
        dead(true);
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
