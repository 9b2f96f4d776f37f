package io.tandem.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.tandem.http.CheckedCalls.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes us call our own house, whatever address, name or redirect they give. */
class CheckedCallsTest {

    private static final WireMockServer PEER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    static {
        PEER.start();
    }

    @AfterAll
    static void stop() {
        PEER.stop();
    }

    @BeforeEach
    void forget() {
        PEER.resetAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.178.1",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "169.254.169.254",
                "169.254.0.1",
                "168.63.129.16",
                "192.0.0.192",
                "192.0.2.7",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::8.8.8.8",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "100::1",
            })
    void anAddressThatIsNotTheInternetsIsOutOfReach(String address) {
        var reach = new Reach(List.of(), name -> new InetAddress[] {InetAddress.getByName(address)});

        assertThatThrownBy(() -> reach.addressesOf("innocent.example", 443)).isInstanceOf(OutOfReach.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.9.9.9",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::200e",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8",
            })
    void theInternetIsInReach(String address) throws IOException {
        var reach = new Reach(List.of(), name -> new InetAddress[] {InetAddress.getByName(address)});

        assertThat(reach.addressesOf("shop.example", 443)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void ofSeveralAddressesOnlyTheOpenOnesAreCalled() throws IOException {
        var reach = new Reach(List.of(), name -> addresses("127.0.0.1", "9.9.9.9", "::1"));

        assertThat(reach.addressesOf("both.example", 443)).containsExactly(addresses("9.9.9.9"));
    }

    @Test
    void anOperatorOpensHostsPortsAndNetworks() throws IOException {
        var reach = new Reach(List.of("crm.internal", "erp.internal:8443", "10.1.0.0/16", "fd12::/16"), name -> {
            return name.contains(":") || name.startsWith("10.") ? addresses(name) : addresses("192.168.0.9");
        });

        assertThat(reach.addressesOf("CRM.internal", 80)).isNotEmpty();
        assertThat(reach.addressesOf("erp.internal", 8443)).isNotEmpty();
        assertThat(reach.addressesOf("10.1.255.255", 443)).isNotEmpty();
        assertThat(reach.addressesOf("[fd12::9]", 443)).isNotEmpty();
        assertThatThrownBy(() -> reach.addressesOf("erp.internal", 22)).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> reach.addressesOf("10.2.0.0", 443)).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> reach.addressesOf("crm.internal.evil.example", 443))
                .isInstanceOf(OutOfReach.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/hook",
                "ftp://shop.example/hook",
                "file:///etc/passwd",
                "https:hook",
                "/hook",
                "https://user:word@shop.example/",
                "http://[::1]/",
                "http://10.2.0.1/",
            })
    void whatIsNoHttpsAddressIsRefusedBeforeItsNameIsLookedUp(String target) {
        var reach = new Reach(List.of("10.1.0.0/16"), name -> {
            throw new AssertionError("looked up " + name);
        });

        assertThatThrownBy(() -> reach.check(URI.create(target))).isInstanceOf(OutOfReach.class);
    }

    @Test
    void whatIsOpenedNeedsNoTls() {
        var reach = new Reach(List.of("10.1.0.0/16", "crm.internal:8080"));

        assertThatCode(() -> {
                    reach.check(URI.create("http://10.1.2.3/hook"));
                    reach.check(URI.create("http://crm.internal:8080/hook"));
                    reach.check(URI.create("https://shop.example/hook"));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/x", "300.1.1.1", "http://crm", "crm_1", "", "a b", "crm:port", "::/129"
            })
    void whatCannotBeOpenedIsSaid(String entry) {
        assertThatThrownBy(() -> new Reach(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0.0.0.0"})
    void ourOwnMachineIsNotCalledWhateverItIsCalled(String host) {
        PEER.stubFor(post("/hook").willReturn(ok()));
        var calls = new CheckedCalls(new Reach(List.of("nothing.example")), Duration.ofSeconds(5));

        assertThatThrownBy(
                        () -> calls.post(URI.create("https://" + host + ":" + PEER.port() + "/hook"), Map.of(), body()))
                .isInstanceOf(OutOfReach.class);
        PEER.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void aNameThatLeadsElsewhereAfterTheCheckLeadsNowhere() throws IOException {
        PEER.stubFor(post("/hook").willReturn(ok()));
        var answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
        var reach = new Reach(List.of("127.0.0.1"), name -> addresses(answers.remove()));
        var target = new Reach(
                List.of("127.0.0.1", "rebind.example"),
                name -> reach.addressesOf(name, 80).toArray(InetAddress[]::new));

        var answer = new CheckedCalls(target, Duration.ofSeconds(5))
                .post(URI.create("http://rebind.example:" + PEER.port() + "/hook"), Map.of(), body());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answers).as("asked once, connected to what was checked").containsExactly("169.254.169.254");
    }

    @Test
    void theAnswerCarriesStatusAndWhenToComeBack() throws IOException {
        PEER.stubFor(post("/hook")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "17")
                        .withBody("later")));

        var answer = call("/hook");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isEqualTo("17");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("later");
        PEER.verify(postRequestedFor(urlEqualTo("/hook"))
                .withHeader("webhook-id", WireMock.equalTo("1"))
                .withHeader("Content-Type", WireMock.containing("application/json"))
                .withRequestBody(WireMock.equalTo("{}")));
    }

    @Test
    void aRedirectIsFollowedWithMethodAndBody() throws IOException {
        PEER.stubFor(post("/old").willReturn(aResponse().withStatus(308).withHeader("Location", "/new")));
        PEER.stubFor(post("/new").willReturn(ok("here")));

        assertThat(call("/old").status()).isEqualTo(200);
        PEER.verify(postRequestedFor(urlEqualTo("/new")).withRequestBody(WireMock.equalTo("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.2:{port}/hook",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::ffff:10.0.0.1]/",
                "http://shop.example/",
                "//10.0.0.1/hook",
                "file:///etc/passwd",
                "https://",
                "",
            })
    void aRedirectIntoTheHouseIsNotFollowed(String location) {
        var to = location.replace("{port}", String.valueOf(PEER.port()));
        PEER.stubFor(post("/old").willReturn(aResponse().withStatus(307).withHeader("Location", to)));
        PEER.stubFor(post("/hook").willReturn(ok()));

        assertThatThrownBy(() -> call("/old")).isInstanceOf(OutOfReach.class);
        PEER.verify(0, postRequestedFor(urlEqualTo("/hook")));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void aRedirectThatWouldLoseTheBodyIsAnAnswerLikeAnother(int status) throws IOException {
        PEER.stubFor(post("/old").willReturn(aResponse().withStatus(status).withHeader("Location", "/new")));

        assertThat(call("/old").status()).isEqualTo(status);
    }

    @Test
    void nobodyIsSentRoundInCircles() {
        PEER.stubFor(post("/loop").willReturn(aResponse().withStatus(307).withHeader("Location", "/loop")));

        assertThatThrownBy(() -> call("/loop")).isInstanceOf(OutOfReach.class);
        PEER.verify(4, postRequestedFor(urlEqualTo("/loop")));
    }

    @Test
    void aPeerThatDripsHoldsNobodyForLong() {
        PEER.stubFor(post("/hook").willReturn(ok("x".repeat(100)).withChunkedDribbleDelay(100, 20_000)));
        var calls = new CheckedCalls(new Reach(List.of("127.0.0.1")), Duration.ofSeconds(1));
        var began = System.nanoTime();

        assertThatThrownBy(() -> calls.post(at("/hook"), Map.of(), body())).isInstanceOf(IOException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aPeerThatTellsALongStoryIsNotHeardOut() throws IOException {
        PEER.stubFor(post("/hook").willReturn(ok("x".repeat(5_000_000))));

        assertThat(call("/hook").body()).hasSize(16 * 1024);
        assertThat(call("/hook").status()).isEqualTo(200);
    }

    private static Answer call(String path) throws IOException {
        return new CheckedCalls(new Reach(List.of("127.0.0.1")), Duration.ofSeconds(10))
                .post(at(path), Map.of("webhook-id", "1"), body());
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + PEER.port() + path);
    }

    private static byte[] body() {
        return "{}".getBytes(UTF_8);
    }

    private static InetAddress[] addresses(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    try {
                        return InetAddress.getByName(text);
                    } catch (UnknownHostException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray(InetAddress[]::new);
    }
}
