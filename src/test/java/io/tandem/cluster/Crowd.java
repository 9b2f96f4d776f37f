package io.tandem.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.cluster.Ledger.Kind;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http;
import io.tandem.story.Http.Answer;
import io.tandem.story.OtherSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Customers and agents, each of whom asks whichever node is there. Who gets no answer says the same again under the same id,
 * as a careful program does, and gives up at the end.
 */
final class Crowd {

    private static final List<String> WORDS = List.of(
            "When do I get my refund?",
            "Where is my parcel?",
            "I want to talk to a person, please",
            "This is the third time, I am really angry!",
            "Please send me a copy of my invoice");

    private final List<Integer> nodes;
    private final String secret;
    private final Ledger ledger;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    Crowd(List<Integer> nodes, String secret, Ledger ledger) {
        this.nodes = nodes;
        this.secret = secret;
        this.ledger = ledger;
    }

    private interface Shift {

        void one(Random random) throws InterruptedException;
    }

    void begin() {
        for (var i = 0; i < 2; i++) work("chat-" + i, this::customerInChat);
        for (var i = 0; i < 2; i++) work("hook-" + i, this::customerOfCrm);
        for (var agent : List.of("anna", "ben")) work(agent, agentAtDesk(agent));
    }

    private void work(String name, Shift shift) {
        var thread = new Thread(
                () -> {
                    var random = new Random();
                    while (!over) {
                        try {
                            shift.one(random);
                        } catch (InterruptedException end) {
                            return;
                        } catch (RuntimeException | AssertionError noAnswer) {
                            ledger.refused();
                        }
                    }
                },
                name);
        thread.start();
        threads.add(thread);
    }

    void goHome() throws InterruptedException {
        over = true;
        for (var thread : threads) thread.join(30_000);
        threads.forEach(Thread::interrupt);
    }

    private void customerInChat(Random random) throws InterruptedException {
        var mark = ledger.mark(Kind.CHAT);
        var key = UUID.randomUUID().toString();
        var words = Map.of("text", words(random, mark), "language", "en");
        var opened = said(random, mark, () -> http(random).send("POST", "/api/tickets", words, "Idempotency-Key", key));
        for (var more = random.nextInt(3); more > 0 && opened != null; more--) {
            pause(random, 400);
            writesOn(random, opened);
        }
        pause(random, 300);
    }

    private void writesOn(Random random, JsonNode opened) throws InterruptedException {
        var mark = ledger.mark(Kind.CHAT);
        var words = Map.of("text", words(random, mark), "id", mark);
        var path = "/api/tickets/" + opened.path("ticket").asText() + "/messages";
        var key = "Bearer " + opened.path("token").asText();
        said(random, mark, () -> http(random).send("POST", path, words, "Authorization", key));
    }

    private void customerOfCrm(Random random) throws InterruptedException {
        var conversation = "conversation-" + UUID.randomUUID();
        for (var more = 1 + random.nextInt(3); more > 0; more--) {
            var mark = ledger.mark(Kind.HOOK);
            var letter = new HashMap<String, Object>();
            letter.put("conversation", conversation);
            letter.put("text", words(random, mark));
            letter.put("language", "en");
            said(random, mark, () -> {
                var crm = OtherSystem.withCustomer(node(random)).withSecret(secret);
                return crm.posts("msg_" + mark, Instant.now(), crm.letter(letter));
            });
            pause(random, 500);
        }
    }

    private Shift agentAtDesk(String name) {
        return random -> {
            var agent = AgentAtDesk.signsIn(node(random), name);
            agent.send("PUT", "/api/desk/me/limit", Map.of("limit", 99));
            for (var turn = 0; turn < 20 && !over; turn++) {
                var here = agent.at(node(random));
                var next = here.send("POST", "/api/desk/next", null);
                if (next.status() == 401) return;
                var task = next.body().path("task").asText("");
                if (next.status() == 200 && !task.isEmpty()) reply(random, here, task);
                pause(random, 300);
            }
        };
    }

    private void reply(Random random, AgentAtDesk agent, String task) throws InterruptedException {
        var form = agent.opens(task);
        var ofChat = form.toString().contains("\"channel\":\"web\"");
        var mark = ledger.mark(ofChat ? Kind.REPLY_TO_CHAT : Kind.REPLY_TO_HOOK);
        var reply = Map.of(
                "text",
                "It is on its way " + mark,
                "action",
                random.nextInt(3) == 0 ? "wait" : "resolve",
                "id",
                UUID.randomUUID());
        said(random, mark, () -> agent.at(node(random)).act("POST", task, "/reply", reply));
    }

    /** Says it until somebody has taken it. */
    private @Nullable JsonNode said(Random random, String mark, Supplier<Answer> attempt) throws InterruptedException {
        for (var times = 0; times < 40; times++) {
            var since = System.nanoTime();
            try {
                var answer = attempt.get();
                if (answer.status() / 100 == 2) {
                    ledger.acknowledged(mark);
                    return answer.body();
                }
                // 409 is a collision among agents, and other 4xx are final.
                if (answer.status() / 100 == 4) return null;
            } catch (RuntimeException noAnswer) {
                // somebody else may be there
            }
            ledger.refused(since);
            if (over) return null;
            pause(random, 600);
        }
        return null;
    }

    private Http http(Random random) {
        return new Http(node(random));
    }

    private int node(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static String words(Random random, String mark) {
        return WORDS.get(random.nextInt(WORDS.size())) + " " + mark;
    }

    private static void pause(Random random, int about) throws InterruptedException {
        Thread.sleep(about / 2 + random.nextInt(about));
    }
}
