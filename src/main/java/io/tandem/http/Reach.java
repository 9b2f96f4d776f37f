package io.tandem.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where calls may go whose target somebody else has named: by HTTPS to the Internet, and to what the operator has opened.
 * Whoever calls connects to the addresses that it gives, and asks nobody else where a name leads: the answer may have changed.
 */
public final class Reach {

    /** Who knows where names lead. */
    interface Names {

        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private final Opened opened;
    private final Names names;

    /**
     * @param opened hosts ({@code crm.internal}), hosts with their port ({@code crm.internal:8443}), addresses and networks
     *     ({@code 10.1.0.0/16}) that may be called although they are none of the Internet's, and without TLS
     * @throws IllegalArgumentException if one of them is none of that; the message begins with it
     */
    public Reach(List<String> opened) {
        this(opened, InetAddress::getAllByName);
    }

    Reach(List<String> opened, Names names) {
        this.opened = Opened.of(opened);
        this.names = names;
    }

    /**
     * What can be said without asking where its name leads.
     *
     * @throws OutOfReach if it may not be called, with the reason
     */
    public void check(URI target) throws OutOfReach {
        var scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("https", "http").contains(scheme) || target.getHost() == null)
            throw new OutOfReach("it is no address of a web server");
        if (target.getRawUserInfo() != null) throw new OutOfReach("it names a user");
        if (scheme.equals("http") && !opened.hasHost(target) && !isOpenedAddress(bare(target.getHost())))
            throw new OutOfReach("it is not https");
    }

    private boolean isOpenedAddress(String host) throws OutOfReach {
        try {
            return Network.isAddress(host) && opened.has(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            throw new OutOfReach("its host is no address");
        }
    }

    /** @return the host's addresses that may be called, at least one */
    List<InetAddress> addressesOf(String host, int port) throws UnknownHostException {
        var all = Arrays.asList(names.addressesOf(bare(host)));
        var open = all.stream()
                .filter(address -> Internet.has(address) || opened.has(address) || opened.hasHost(host, port))
                .toList();
        if (open.isEmpty()) throw new OutOfReach("its host leads to an address that is none of the Internet's");
        return open;
    }

    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
