package io.tandem.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** The lines between the nodes and their database: each node has one of its own. */
final class Network implements Closeable {

    private final Map<String, TcpProxy> lines;

    Network() throws IOException {
        lines = Map.of("a", new TcpProxy(), "b", new TcpProxy());
    }

    /** @return where the node finds the database that listens on that port */
    int lineOf(String node, int database) {
        var line = lines.get(node);
        line.leadsTo(database);
        return line.port();
    }

    private Collection<TcpProxy> all() {
        return lines.values();
    }

    /** Nobody gets through until {@link #mend}. */
    void cut() {
        all().forEach(TcpProxy::cut);
    }

    void cut(NodeProcess node) {
        lines.get(node.toString()).cut();
    }

    /** All lines break; new ones get through. */
    void cutOnce() {
        all().forEach(TcpProxy::cutOnce);
    }

    /** Lines stay, and nothing comes through them until {@link #mend}. */
    void fallSilent() {
        all().forEach(TcpProxy::fallSilent);
    }

    void mend() {
        all().forEach(TcpProxy::mend);
    }

    @Override
    public void close() throws IOException {
        for (var line : all()) line.close();
    }
}
