package io.tandem.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses at which anybody may offer something to everybody. Not this machine, not the networks behind it, not what
 * clouds tell their machines: all by IANA's registries of special-purpose addresses.
 */
final class Internet {

    private static final List<Network> NOT_IPV4 = networks(
            "0.0.0.0/8", // this network; 0.0.0.0 is this machine
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8", // this machine
            "168.63.129.16", // what Azure tells its machines
            "169.254.0.0/16", // link-local; what clouds tell their machines
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved; broadcast

    /** All others of IPv6 are none: loopback, mapped and compatible IPv4, link-local, site-local, ULA, multicast. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> NOT_IPV6 = networks(
            "2001::/23", // protocols; Teredo, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: leads to any IPv4 address
            "3fff::/20"); // documentation

    /** Leads to the IPv4 address in its last four bytes, where a network has nothing but IPv6. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private static final int IPV4_IN_NAT64 = 12;

    private Internet() {}

    private static List<Network> networks(String... blocks) {
        return Stream.of(blocks).map(Network::of).toList();
    }

    static boolean has(InetAddress address) {
        if (!(address instanceof Inet6Address)) return isNoneOf(NOT_IPV4, address);
        if (NAT64.has(address)) return has(embedded(address));
        return GLOBAL_IPV6.has(address) && isNoneOf(NOT_IPV6, address);
    }

    private static boolean isNoneOf(List<Network> excluded, InetAddress address) {
        return excluded.stream().noneMatch(network -> network.has(address));
    }

    private static InetAddress embedded(InetAddress address) {
        try {
            var bytes = address.getAddress();
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, IPV4_IN_NAT64, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
