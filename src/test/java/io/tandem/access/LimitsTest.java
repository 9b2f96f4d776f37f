package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.TandemRuns;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** What anybody may send has an end. */
@TandemRuns
class LimitsTest {

    private static final String JSON = "Content-Type: application/json";

    @LocalServerPort
    private int port;

    @Autowired
    private Refusals refusals;

    @Test
    void oneAddressPostsAtMostSoMuchAndOthersAreNotHeldUp() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var limit = new PostLimit(new AccessSettings.Limits(3, 1, DataSize.ofMegabytes(1)), refusals);

        for (int i = 0; i < 3; i++)
            assertThat(post(limit, "192.0.2.1").getStatus()).isEqualTo(200);
        var refused = post(limit, "192.0.2.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).matches("[1-9]\\d?");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString())
                .contains("\"status\":429", "Too many requests")
                .doesNotContain("problem.tooMany");
        assertThat(post(limit, "192.0.2.2").getStatus()).isEqualTo(200);
        assertThat(send(limit, "GET", "192.0.2.1").getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse post(PostLimit limit, String from) throws Exception {
        return send(limit, "POST", from);
    }

    private static MockHttpServletResponse send(PostLimit limit, String method, String from) throws Exception {
        var request = new MockHttpServletRequest(method, "/api/tickets");
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefused() {
        var answer =
                RawHttp.sendRaw(port, "127.0.0.23", "POST /api/tickets", JSON + "\r\nContent-Length: 5000000\r\n\r\n{");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.head()).contains("application/problem+json");
    }

    @Test
    void soIsOneThatDoesNotSay() {
        var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        var answer = RawHttp.sendRaw(
                port,
                "127.0.0.24",
                "POST /api/tickets",
                JSON + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17) + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.head()).contains("application/problem+json");
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        var buckets = new Buckets(5, 5, AccessSettings.Limits.PERIOD);

        assertThat(buckets.of("2001:db8:1:2::1")).isSameAs(buckets.of("2001:db8:1:2:ffff::9"));
        assertThat(buckets.of("2001:db8:1:2::1")).isNotSameAs(buckets.of("2001:db8:1:3::1"));
        assertThat(buckets.of("10.0.0.1")).isNotSameAs(buckets.of("10.0.0.2"));
    }
}
