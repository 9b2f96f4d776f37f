package io.tandem.attachment;

import io.tandem.api.Problem;
import io.tandem.attachment.AttachmentSettings.Scanner.WhenUnreachable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/** ClamAV's daemon, by TCP: the command INSTREAM of its protocol (clamd(8)). */
final class Clamd implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String CLEAN = "stream: OK";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_REPLY = 4096;

    private final AttachmentSettings.Scanner settings;
    private final String host;
    private final int port;

    /** @throws IllegalStateException if the address is none */
    Clamd(AttachmentSettings.Scanner settings) {
        this.settings = settings;
        var colon = settings.address().lastIndexOf(':');
        var digits = settings.address().substring(colon + 1);
        if (colon < 1 || !digits.matches("\\d{1,5}")) {
            throw new IllegalStateException("tandem.attachments.scanner.address has to be host:port");
        }
        host = StringUtils.delete(StringUtils.delete(settings.address().substring(0, colon), "["), "]");
        port = Integer.parseInt(digits);
    }

    @Override
    public void scan(Path file) {
        try {
            judge(ask(file));
        } catch (IOException unreachable) {
            log.warn("A file could not be scanned for viruses: {}", unreachable.toString());
            if (settings.whenUnreachable() == WhenUnreachable.REFUSE) {
                throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "attachmentNotScanned");
            }
        }
    }

    private static void judge(String reply) throws IOException {
        var found = FOUND.matcher(reply);
        if (found.matches()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "attachmentInfected", Map.of("virus", found.group(1)));
        }
        // "INSTREAM size limit exceeded. ERROR" and the like: it has not looked.
        if (!reply.equals(CLEAN)) throw new IOException("clamd says: " + reply);
    }

    private String ask(Path file) throws IOException {
        try (var socket = new Socket()) {
            var watch = closeInTime(socket, settings.timeLimit());
            try {
                socket.connect(new InetSocketAddress(host, port), (int)
                        settings.timeLimit().toMillis());
                send(file, new DataOutputStream(socket.getOutputStream()));
                return reply(socket.getInputStream());
            } finally {
                if (!watch.cancel(false)) throw new SocketTimeoutException("clamd took too long");
            }
        }
    }

    /** The limit holds for all of it: a socket's own limits hold for each reading, and for no writing. */
    private static CompletableFuture<Void> closeInTime(Socket socket, Duration timeLimit) {
        var late = CompletableFuture.delayedExecutor(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        log.debug("clamd's connection", e);
                    }
                },
                late);
    }

    private static void send(Path file, DataOutputStream out) throws IOException {
        out.write(COMMAND);
        try (var content = Files.newInputStream(file)) {
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                out.writeInt(piece.length);
                out.write(piece);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String reply(InputStream in) throws IOException {
        var reply = new String(in.readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8);
        var end = reply.indexOf('\0');
        return (end < 0 ? reply : reply.substring(0, end)).strip();
    }
}
