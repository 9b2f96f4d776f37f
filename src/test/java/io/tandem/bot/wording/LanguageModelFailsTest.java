package io.tandem.bot.wording;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static io.tandem.bot.wording.Talk.REFUND;
import static io.tandem.bot.wording.Talk.customer;
import static io.tandem.bot.wording.Talk.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.tandem.bot.Wording;
import io.tandem.bot.Wording.Worded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever the peer does, the customer gets the article in time, and the operator one line without anybody's words. */
@ExtendWith(OutputCaptureExtension.class)
class LanguageModelFailsTest {

    private static final String GOOD = "Your refund arrives within 5 business days [1].";
    /** So much more than the limit that a busy machine makes no difference. */
    private static final Duration SLOW = Duration.ofSeconds(20);

    @RegisterExtension
    final Peer peer = new Peer();

    @Test
    void tooSlow(CapturedOutput log) {
        peer.responds(aResponse().withFixedDelay((int) SLOW.toMillis()).withBody(Peer.completion(GOOD, "stop")));

        assertArticle(log, "it took longer than PT5S");
    }

    @Test
    void oneByteAfterTheOther(CapturedOutput log) {
        peer.responds(
                aResponse().withBody(Peer.completion(GOOD, "stop")).withChunkedDribbleDelay(50, (int) SLOW.toMillis()));

        assertArticle(log, "it took longer than PT5S");
    }

    @Test
    void aPeerThatNeverAnswersIsLeft(CapturedOutput log) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var left = new CountDownLatch(1);
            new Thread(() -> readUntilLeft(server, left)).start();
            var silent =
                    new LanguageModelSettings("http://127.0.0.1:" + server.getLocalPort(), "m", "", Peer.LIMIT, 10, 4);

            assertArticle(
                    new LanguageModelWording(
                            new PatientModel(new LanguageModel(silent), new Patience(Clock.systemUTC()), 4)),
                    log,
                    "it took longer than PT5S");
            assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** It is slow and in time, and nobody stands in line for it. */
    @Test
    void moreThanMayAskAtOnceGetTheArticleAtOnce() throws Exception {
        peer.responds(aResponse().withFixedDelay(3_000).withBody(Peer.completion(GOOD, "stop")));
        var model = peer.model(Clock.systemUTC());
        var wording = new LanguageModelWording(model);
        var asking = new ArrayList<CompletableFuture<Worded>>();
        for (int i = 0; i < Peer.AT_ONCE; i++) {
            asking.add(CompletableFuture.supplyAsync(() -> wording.word(talk(customer("Refund?")), List.of(REFUND))));
        }
        await().until(model::isResting);

        assertThat(wording.word(talk(customer("Refund?")), List.of(REFUND))).isEqualTo(Worded.asWritten(REFUND));

        assertThatThrownBy(() -> model.ask("rules", "data")).hasMessage("it is busy with others");
        for (var answer : asking) assertThat(answer.get().text()).startsWith("Your refund arrives");
        assertThat(peer.requests()).hasSize(Peer.AT_ONCE);
        assertThat(model.isResting()).isFalse();
    }

    private static void readUntilLeft(ServerSocket server, CountDownLatch left) {
        try (var socket = server.accept()) {
            while (socket.getInputStream().read() >= 0) {}
            left.countDown();
        } catch (IOException reset) {
            left.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void cutOff(Fault fault, CapturedOutput log) {
        peer.responds(aResponse().withFault(fault));

        assertArticle(log, "");
    }

    @Test
    void cutOffInTheMiddle(CapturedOutput log) throws IOException {
        var whole = Peer.completion(GOOD, "stop");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var half = "HTTP/1.1 200 OK\r\nContent-Length: " + whole.length() + "\r\n\r\n" + whole.substring(0, 60);
            var thread = new Thread(() -> {
                try (var socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(half.getBytes());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            thread.start();
            var there =
                    new LanguageModelSettings("http://127.0.0.1:" + server.getLocalPort(), "m", "", Peer.LIMIT, 10, 4);

            assertArticle(
                    new LanguageModelWording(
                            new PatientModel(new LanguageModel(there), new Patience(Clock.systemUTC()), 4)),
                    log,
                    "the connection failed: ");
        }
    }

    @Test
    void nobodyThere(CapturedOutput log) throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var nowhere = new LanguageModelSettings("http://127.0.0.1:" + free, "m", "", Peer.LIMIT, 10, 4);

        assertArticle(
                new LanguageModelWording(
                        new PatientModel(new LanguageModel(nowhere), new Patience(Clock.systemUTC()), 4)),
                log,
                "the connection failed: ConnectException");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 400, 401, 403, 404, 429, 500, 502, 503})
    void anotherStatusThanOk(int status, CapturedOutput log) {
        peer.responds(aResponse().withStatus(status).withBody(Peer.completion(GOOD, "stop")));

        assertArticle(log, "the endpoint says HTTP " + status);
    }

    @Test
    void aRedirectIsNotFollowed(CapturedOutput log) {
        peer.responds(temporaryRedirect(peer.settings().url() + "/elsewhere"));

        assertArticle(log, "the endpoint says HTTP 302");
        assertThat(peer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Where is my refund</html>",
                "{\"choices\":[{\"message\":{\"content\":\"Your refund",
                "{\"choices\":[{\"message\":{\"content\":\"a [1]\"}}]} and more",
            })
    void noJson(String body, CapturedOutput log) {
        peer.sends(body);

        assertArticle(log, "the endpoint's answer ");
    }

    @Test
    void deeperThanAnybodyReads(CapturedOutput log) {
        peer.sends("[".repeat(200_000));

        assertArticle(log, "the endpoint's answer is no JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":{}}",
                "{\"choices\":[null]}",
                "{\"choices\":[{\"message\":null}]}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}",
                "{\"choices\":[{\"message\":{\"content\":[\"a [1]\"]}}]}",
                "{\"error\":{\"message\":\"Where is my refund\"}}"
            })
    void anotherShape(String body, CapturedOutput log) {
        peer.sends(body);

        assertArticle(log, "the endpoint's answer has no text");
    }

    @Test
    void moreThanAnAnswerHas(CapturedOutput log) {
        peer.sends(Peer.completion("refund ".repeat(10_000_000 / 7) + "[1]", "stop"));

        assertArticle(log, "the answer is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "content_filter", "tool_calls"})
    void anAnswerThatIsNotWhole(String finishReason, CapturedOutput log) {
        peer.answers(GOOD, finishReason);

        assertArticle(log, "the answer was cut off");
    }

    @Test
    void aPeerThatFailsGetsARest() {
        peer.responds(aResponse().withStatus(500));
        var clock = new Time();
        var wording = peer.wording(clock);

        for (int i = 0; i < 5; i++) wording.word(talk(customer("Where is my refund?")), List.of(REFUND));
        assertThat(peer.requests()).hasSize(3);

        clock.now = clock.now.plusSeconds(31);
        peer.says(GOOD);
        for (int i = 0; i < 5; i++) {
            assertThat(wording.word(talk(customer("Where is my refund?")), List.of(REFUND))
                            .text())
                    .startsWith("Your refund arrives");
        }
    }

    @Test
    void aPeerThatSaysWhatMayNotBeSaidIsAskedOn() {
        peer.says("No source at all.");
        var wording = peer.wording();

        for (int i = 0; i < 5; i++) wording.word(talk(customer("Where is my refund?")), List.of(REFUND));

        assertThat(peer.requests()).hasSize(5);
    }

    private void assertArticle(CapturedOutput log, String reason) {
        assertArticle(peer.wording(), log, reason);
    }

    private static void assertArticle(Wording wording, CapturedOutput log, String reason) {
        var asked = talk(customer("Where is my refund for WK-12345678? Karla"));
        var started = System.nanoTime();

        var worded = wording.word(asked, List.of(REFUND));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SLOW);
        assertThat(worded).isEqualTo(Worded.asWritten(REFUND));
        assertThat(log.getAll().lines().filter(line -> line.contains("LanguageModelWording")))
                .hasSize(1)
                .allMatch(line -> line.contains("WARN") && line.contains(reason));
        assertThat(log.getAll()).doesNotContain("Where is my", "Your refund", "12345678", "Karla", Peer.KEY);
    }

    private static final class Time extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
