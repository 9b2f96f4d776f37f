package io.tandem.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends addresses that no decent client would, and from other addresses of this machine. */
final class RawHttp {

    record Answer(int status, String head, String body) {}

    private RawHttp() {}

    static Answer get(int port, String path, String... headers) {
        return send(port, "127.0.0.1", "GET " + path, "", headers);
    }

    static Answer post(int port, String path, String body, String... headers) {
        return send(port, "127.0.0.1", "POST " + path, body, headers);
    }

    static Answer send(int port, String from, String methodAndPath, String body, String... headers) {
        var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return sendRaw(port, from, methodAndPath, length + lines + "\r\n" + body);
    }

    /** @param rest further headers, an empty line and the body */
    static Answer sendRaw(int port, String from, String methodAndPath, String rest) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(20_000);
            var request = methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + rest;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = read(socket);
            var end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, Math.max(0, end)),
                    answer.substring(Math.max(0, end)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops in the middle of a body, as a lost connection does, and waits until the server has noticed. */
    static void breakOff(int port, String from, String methodAndPath, String rest) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(20_000);
            var request = methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + rest;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the server closes the connection, or says no more because it waits for the rest of a body. */
    private static String read(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            for (int one = socket.getInputStream().read();
                    one >= 0;
                    one = socket.getInputStream().read()) {
                answer.write(one);
                socket.setSoTimeout(1_000);
            }
        } catch (SocketTimeoutException silent) {
            if (answer.size() == 0) throw silent;
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
