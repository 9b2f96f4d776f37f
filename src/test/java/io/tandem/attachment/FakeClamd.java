package io.tandem.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A peer that speaks clamd's protocol: it knows one virus, the test file of EICAR. */
final class FakeClamd implements AutoCloseable {

    /** In two halves, so that no scanner takes this class for the virus. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket server;
    private final UnaryOperator<String> answer;
    private volatile int scanned;

    private FakeClamd(UnaryOperator<String> answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    static FakeClamd listens() {
        return new FakeClamd(content -> content.contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    }

    static FakeClamd says(String answer) {
        return new FakeClamd(content -> answer);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** In bytes. */
    int scanned() {
        return scanned;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                scan(client);
            } catch (IOException closed) {
                // the next one, or the end
            }
        }
    }

    private void scan(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) throw new IOException("no command: " + command);
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) content.write(in.readNBytes(length));
        scanned = content.size();
        var said = answer.apply(content.toString(StandardCharsets.ISO_8859_1));
        if (said.isEmpty()) {
            in.read(); // never answers
        }
        client.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
