package io.tandem.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the operator has opened: hosts by name, with or without a port, and networks. */
record Opened(Set<String> hosts, List<Network> networks) {

    private static final Pattern HOST = Pattern.compile(
            "([a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\\[[0-9a-f:.]+])(:\\d{1,5})?");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    static Opened of(List<String> entries) {
        var hosts = new HashSet<String>();
        var networks = new ArrayList<Network>();
        for (var entry : entries) {
            var text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.contains("/") || Network.isAddress(text)) networks.add(network(text));
            else if (HOST.matcher(text).matches()) hosts.add(text);
            else throw new IllegalArgumentException(entry + " is no host, host:port, address or network");
        }
        return new Opened(Set.copyOf(hosts), List.copyOf(networks));
    }

    private static Network network(String text) {
        try {
            return Network.of(text);
        } catch (IllegalArgumentException noNetwork) {
            throw new IllegalArgumentException(text + " is no host, host:port, address or network", noNetwork);
        }
    }

    boolean has(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    boolean hasHost(URI target) {
        var usual = "https".equalsIgnoreCase(target.getScheme()) ? HTTPS : HTTP;
        return hasHost(target.getHost(), target.getPort() < 0 ? usual : target.getPort());
    }

    boolean hasHost(String host, int port) {
        var name = host.toLowerCase(Locale.ROOT);
        return hosts.contains(name) || hosts.contains(name + ":" + port);
    }
}
