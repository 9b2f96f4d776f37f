package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.api.Problem;
import io.tandem.api.Proven;
import io.tandem.attachment.AttachmentSettings;
import io.tandem.story.TandemRuns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** What anybody may send has an end. */
@TandemRuns
class LimitsTest {

    private static final String JSON = "Content-Type: application/json";
    private static final String FILE = "Accept-Language: en\r\nTandem-Message: " + UUID.randomUUID();

    private static final String DEPLOY = "POST /engine-rest/deployment/create";
    private static final String AS_ADMIN = "Accept-Language: en\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Authorization: Basic "
            + Base64.getEncoder().encodeToString("admin:tandem".getBytes(StandardCharsets.UTF_8));

    @LocalServerPort
    private int port;

    @Autowired
    private Refusals refusals;

    @Autowired
    private AttachmentSettings settings;

    @Autowired
    private JdbcClient sql;

    @Test
    void oneAddressPostsAtMostSoMuchAndOthersAreNotHeldUp() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var limit = new PostLimit(
                new AccessSettings.Limits(3, 1, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10)), refusals);

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
    void aFileThatSaysItIsTooLargeIsRefusedAtOnce() {
        var answer = RawHttp.sendRaw(
                port, "127.0.0.25", "POST /api/attachments", FILE + "\r\nContent-Length: 10485761\r\n\r\nx");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("10 MB");
    }

    @Test
    void soIsOneThatDoesNotSayAndGoesOn() {
        var chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        var answer = RawHttp.sendRaw(
                port,
                "127.0.0.26",
                "POST /api/attachments",
                FILE + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(11) + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("10 MB");
    }

    @Test
    void aDeploymentThatSaysItIsTooLargeIsRefusedBeforeTheEngineReadsIt() {
        var answer = RawHttp.sendRaw(
                port, "127.0.0.28", DEPLOY, AS_ADMIN + "\r\nContent-Length: 52428800\r\n\r\n" + "x".repeat(50 << 20));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("10 MB", "Nothing of it went live");
    }

    @Test
    void soIsOneThatDoesNotSayAndHasFiftyMegabytes() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"ticket.bpmn\"; filename=\"ticket.bpmn\"\r\n\r\n"
                + "x".repeat(50 << 20) + "\r\n--b--\r\n";
        var chunked = AS_ADMIN + "\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                + body + "\r\n0\r\n\r\n";

        var answer = RawHttp.sendRaw(port, "127.0.0.29", DEPLOY, chunked);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("10 MB", "Nothing of it went live");
    }

    @Test
    void oneThatDoesNotSayAndIsSmallComesToTheEngineAsItIs() {
        var body =
                "--b\r\nContent-Disposition: form-data; name=\"x.docx\"; filename=\"x.docx\"\r\n\r\nhello\r\n--b--\r\n";
        var chunked = AS_ADMIN + "\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                + body + "\r\n0\r\n\r\n";

        var answer = RawHttp.sendRaw(port, "127.0.0.30", DEPLOY, chunked);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("x.docx", "where this file belongs");
    }

    @Test
    void whoHasNotSignedInIsNotEvenReadToTheEnd() {
        var answer = RawHttp.sendRaw(port, "127.0.0.31", DEPLOY, "Content-Length: 52428800\r\n\r\nx");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aFileThatBreaksOffIsNotKept() {
        var before = files();

        RawHttp.breakOff(port, "127.0.0.27", "POST /api/attachments", FILE + "\r\nContent-Length: 1000\r\n\r\nhalf");

        assertThat(files()).isEqualTo(before);
    }

    private long files() {
        return sql.sql("select count(*) from attachment").query(Long.class).single();
    }

    @Test
    void oneAddressUploadsAtMostSoMuchAnHourAndSoManyAtOnce() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var limit = new UploadLimit(request -> true, settings, refusals);
        var megabytes = (int) settings.fileSize().toMegabytes();
        var files = (int) settings.uploads().perHour().toMegabytes() / (megabytes + 1);

        for (int i = 0; i < files; i++)
            assertThat(upload(limit, "192.0.2.1", new MockFilterChain()).getStatus())
                    .isEqualTo(200);
        while (upload(limit, "192.0.2.1", new MockFilterChain()).getStatus() == 200) files++;
        assertThat(files * megabytes)
                .isLessThanOrEqualTo((int) settings.uploads().perHour().toMegabytes());
        assertThat(upload(limit, "192.0.2.2", new MockFilterChain()).getStatus())
                .isEqualTo(200);

        assertThat(nested(limit, "192.0.2.3")).isEqualTo(settings.uploads().atOncePerAddress());
    }

    private static MockHttpServletResponse upload(UploadLimit limit, String from, FilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/attachments");
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, chain);
        return response;
    }

    /** How many can begin before one has ended; and again, when all have. */
    private static int nested(UploadLimit limit, String from) throws Exception {
        var first = new AtomicInteger();
        begin(limit, from, first);
        var again = new AtomicInteger();
        begin(limit, from, again);
        assertThat(again).hasValue(first.get());
        return first.get();
    }

    private static void begin(UploadLimit limit, String from, AtomicInteger begun) throws Exception {
        upload(limit, from, (request, response) -> {
            begun.incrementAndGet();
            try {
                begin(limit, from, begun);
            } catch (Exception e) {
                throw new ServletException(e);
            }
        });
    }

    @Test
    void aStrangerCountsUntilAnsweredAndWhoeverProvesWhoTheyAreGetsItBack() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var limit = new StrangersLimit(
                new AccessSettings.Limits(3, 1, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10)), refusals);

        for (int i = 0; i < 10; i++) assertThat(call(limit, 200)).isEqualTo(200);
        for (int i = 0; i < 10; i++) assertThat(call(limit, 503)).isEqualTo(503);
        for (int i = 0; i < 10; i++) assertThat(callOfKnown(limit, 413)).isEqualTo(413);
        var begun = new AtomicInteger();
        callWithin(limit, begun);
        assertThat(begun).hasValue(3);
        for (int i = 0; i < 3; i++) assertThat(call(limit, 404)).isEqualTo(404);
        assertThat(call(limit, 200)).isEqualTo(429);
    }

    private static int call(StrangersLimit limit, int answer) throws Exception {
        var response = new MockHttpServletResponse();
        limit.doFilter(call(), response, (request, to) -> ((MockHttpServletResponse) to).setStatus(answer));
        return response.getStatus();
    }

    private static int callOfKnown(StrangersLimit limit, int answer) throws Exception {
        var response = new MockHttpServletResponse();
        limit.doFilter(call(), response, (request, to) -> {
            Proven.note(request);
            ((MockHttpServletResponse) to).setStatus(answer);
        });
        return response.getStatus();
    }

    /** One begins before another has been answered. */
    private static void callWithin(StrangersLimit limit, AtomicInteger begun) throws Exception {
        limit.doFilter(call(), new MockHttpServletResponse(), (request, response) -> {
            begun.incrementAndGet();
            try {
                callWithin(limit, begun);
            } catch (Exception e) {
                throw new ServletException(e);
            }
        });
    }

    private static MockHttpServletRequest call() {
        var request = new MockHttpServletRequest("POST", "/api/channels/whatsapp");
        request.setRemoteAddr("192.0.2.9");
        return request;
    }

    @Test
    void whatGrowsForTooLongGivesItsRoomBack() throws Exception {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var rooms = new Rooms(new AttachmentSettings.Uploads(1, 1, DataSize.ofMegabytes(1)));
        var endless = new GrowthLimit(request -> true, DataSize.ofBytes(3), rooms, Duration.ZERO);

        assertThat(read(endless, "abc").getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> read(endless, "abcd")).isInstanceOf(Problem.class);

        assertThat(rooms.enter("192.0.2.10")).isTrue();
    }

    private static MockHttpServletResponse read(GrowthLimit limit, String body) throws Exception {
        var request = call();
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        limit.doFilter(
                request, response, (read, answer) -> read.getInputStream().readAllBytes());
        return response;
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        var buckets = new Buckets(5, 5, AccessSettings.Limits.PERIOD);

        assertThat(buckets.of("2001:db8:1:2::1")).isSameAs(buckets.of("2001:db8:1:2:ffff::9"));
        assertThat(buckets.of("2001:db8:1:2::1")).isNotSameAs(buckets.of("2001:db8:1:3::1"));
        assertThat(buckets.of("10.0.0.1")).isNotSameAs(buckets.of("10.0.0.2"));
    }
}
