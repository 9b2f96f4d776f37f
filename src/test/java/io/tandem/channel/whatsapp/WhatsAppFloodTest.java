package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.attachment.AttachmentSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Strangers who call Meta's webhook with much and slowly fill no memory, and hold up Meta no longer than they are there. */
class WhatsAppFloodTest extends ByWhatsApp {

    private static final String STRANGER = "203.0.113.7";
    private static final int LARGE = 400_000;

    @Autowired
    private AttachmentSettings settings;

    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void ends() {
        goesOn.countDown();
        threads.shutdownNow();
    }

    @Test
    void manySlowCallsAtOnceAreRefusedAndMetaComesThroughAfterwards() throws Exception {
        var rooms = settings.uploads().atOncePerAddress();
        var slow = new ArrayList<SlowCall>();
        for (int i = 0; i < rooms; i++) slow.add(new SlowCall(i == 0));
        var answers = slow.stream().map(this::begin).toList();
        await().until(() -> slow.stream().allMatch(SlowCall::isWaiting));

        for (int i = 0; i < 3; i++) {
            var refused = begin(new SlowCall(false)).get();
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
            assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        }
        karla.writes(KNOWN);
        assertThat(said(ticketOfKarla())).containsExactly(KNOWN);
        assertThat(tellsMuch("Not now")).isEqualTo(429);

        goesOn.countDown();
        for (var answer : answers) assertThat(answer.get().getStatus()).isEqualTo(404);
        for (int i = 0; i < 2 * rooms; i++) assertThat(tellsMuch("Number " + i)).isEqualTo(200);
        assertThat(said(ticketOfKarla())).hasSize(1 + 2 * rooms).doesNotContain("Not now");
    }

    private Future<MockHttpServletResponse> begin(MockHttpServletRequest call) {
        return threads.submit(() -> webhook.perform(context -> call).andReturn().getResponse());
    }

    /** A call of Meta by way of the same proxy, with much in it. */
    private int tellsMuch(String text) throws Exception {
        var call = karla.call(CloudApi.NUMBER, List.of(karla.message("text", Map.of("body", text))), List.of());
        call.put("unknown", "x".repeat(LARGE));
        var body = call.toString().getBytes(StandardCharsets.UTF_8);
        var chunked = new Chunked(new Signature(CloudApi.APP_SECRET).of(body), new ByteArrayInputStream(body));
        return begin(chunked).get().getStatus();
    }

    /** Does not say how long it is. */
    private static class Chunked extends MockHttpServletRequest {

        private final InputStream body;

        Chunked(String signature, InputStream body) {
            super("POST", WhatsAppController.PATH);
            this.body = body;
            setRemoteAddr(STRANGER);
            setContentType("application/json");
            addHeader("X-Hub-Signature-256", signature);
        }

        @Override
        public DelegatingServletInputStream getInputStream() {
            return new DelegatingServletInputStream(body);
        }
    }

    /** A stranger's, who sends much, and the rest only later or, having gone away in the middle, not at all. */
    private final class SlowCall extends Chunked {

        private final Rest rest;

        SlowCall(boolean breaksOff) {
            this(new Rest(goesOn, breaksOff));
        }

        private SlowCall(Rest rest) {
            super("sha256=" + "0".repeat(64), new SequenceInputStream(new ByteArrayInputStream(new byte[LARGE]), rest));
            this.rest = rest;
        }

        boolean isWaiting() {
            return rest.awaited;
        }
    }

    private static final class Rest extends InputStream {

        private final CountDownLatch goesOn;
        private final boolean breaksOff;
        private volatile boolean awaited;

        Rest(CountDownLatch goesOn, boolean breaksOff) {
            this.goesOn = goesOn;
            this.breaksOff = breaksOff;
        }

        @Override
        public int read() throws IOException {
            awaited = true;
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (breaksOff) throw new IOException("gone");
            return -1;
        }
    }
}
