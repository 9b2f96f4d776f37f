package io.tandem.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;

/** A bucket of tokens for each address. Bounded: a flood of addresses costs little memory and forgets the oldest. */
final class Buckets {

    private static final int MOST_ADDRESSES = 50_000;

    private final LoadingCache<String, Bucket> buckets;

    /** @param burst tokens at first, and at most */
    Buckets(int burst, int refill, Duration period) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(period.multipliedBy(1L + burst / Math.max(1, refill)))
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                        .build());
    }

    Bucket of(String address) {
        return buckets.get(network(address));
    }

    /** One IPv6 customer has at least a /64 of addresses: they count as one. */
    private static String network(String address) {
        if (!address.contains(":") || address.contains(".")) return address;
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
