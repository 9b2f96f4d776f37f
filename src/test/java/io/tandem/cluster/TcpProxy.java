package io.tandem.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the database, which can be cut. */
final class TcpProxy implements Closeable {

    private static final int PIECE = 8192;
    private static final long SILENCE_MILLIS = 20;

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean cut;
    private volatile boolean silent;

    TcpProxy() throws IOException {
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void leadsTo(int port) {
        target = port;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (cut) caller.close();
                else connect(caller);
            } catch (IOException noLonger) {
                // the next one may get through
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        try {
            var called = new Socket(InetAddress.getLoopbackAddress(), target);
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
            open.add(caller);
            open.add(called);
            thread(() -> carry(caller, called));
            thread(() -> carry(called, caller));
        } catch (IOException nobodyThere) {
            caller.close();
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var piece = new byte[PIECE];
            for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
                while (silent) Thread.sleep(SILENCE_MILLIS);
                out.write(piece, 0, length);
            }
        } catch (IOException | InterruptedException ended) {
            // by either side
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Whatever is on its way is lost, and nobody gets through until {@link #mend}. */
    void cut() {
        cut = true;
        cutOnce();
    }

    /** All lines break; new ones get through. */
    void cutOnce() {
        open.forEach(TcpProxy::end);
    }

    /** Whoever calls is let in and hears nothing, and neither does who is there, until {@link #mend}. */
    void fallSilent() {
        silent = true;
    }

    void mend() {
        cut = false;
        silent = false;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException endedAlready) {
            // as it should
        }
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutOnce();
    }
}
