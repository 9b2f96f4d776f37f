package io.tandem.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls by HTTP to where somebody else wants us to call. Each connection goes to an address that was checked, also after a
 * redirect; no cookie, no password and no proxy is used; the time and the answer are bounded.
 */
public final class CheckedCalls {

    /**
     * @param retryAfter what the header says, null without it
     * @param body its first bytes
     */
    public record Answer(int status, @Nullable String retryAfter, byte[] body) {}

    /** Only those that keep the method and the body. */
    private static final Set<Integer> REDIRECTS = Set.of(307, 308);

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_READ = 16 * 1024;

    private final Reach reach;
    private final Duration timeLimit;
    private final CloseableHttpClient client;

    /** @param timeLimit for one call, from its beginning to the end of the answer, redirects included */
    public CheckedCalls(Reach reach, Duration timeLimit) {
        this.reach = reach;
        this.timeLimit = timeLimit;
        var limit = Timeout.of(timeLimit);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(reach))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Posts JSON.
     *
     * @throws OutOfReach if nobody may be called there
     * @throws IOException if there is no answer in time
     */
    public Answer post(URI target, Map<String, String> headers, byte[] json) throws IOException {
        var end = System.nanoTime() + timeLimit.toNanos();
        var at = target;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            reach.check(at);
            var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            try (var response = client.executeOpen(null, request(at, headers, json, left), null)) {
                if (!REDIRECTS.contains(response.getCode())) return answer(response);
                at = next(at, response);
            }
        }
        throw new OutOfReach("it redirects too often");
    }

    private static HttpPost request(URI target, Map<String, String> headers, byte[] json, Duration left) {
        var request = new HttpPost(target);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        // The client's own limits begin anew with each byte: a peer that drips could hold us for long.
        CompletableFuture.delayedExecutor(left.toNanos(), TimeUnit.NANOSECONDS).execute(request::cancel);
        return request;
    }

    private static URI next(URI at, ClassicHttpResponse response) throws OutOfReach {
        var location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null || location.getValue().isBlank()) throw new OutOfReach("it redirects nowhere");
        try {
            var next = at.resolve(location.getValue());
            if (at.getScheme().equals("https") && !"https".equals(next.getScheme()))
                throw new OutOfReach("it redirects to where others can listen");
            return next;
        } catch (IllegalArgumentException noAddress) {
            throw new OutOfReach("it redirects to what is no address");
        }
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        var entity = response.getEntity();
        var body = entity == null ? new byte[0] : entity.getContent().readNBytes(MOST_READ);
        return new Answer(response.getCode(), retryAfter == null ? null : retryAfter.getValue(), body);
    }

    /** The connection goes to what it gives: between the check and the call, no name can lead elsewhere. */
    private record CheckedNames(Reach reach) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return reach.addressesOf(host, -1).toArray(InetAddress[]::new);
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return reach.addressesOf(host, port).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
