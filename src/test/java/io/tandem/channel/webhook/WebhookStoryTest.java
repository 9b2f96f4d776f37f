package io.tandem.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.api.Proven;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http;
import io.tandem.story.OtherSystem;
import io.tandem.story.SampleFiles;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A CRM's customers talk to us through it, and nobody else does in its name. */
@TandemRuns
class WebhookStoryTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Messages messages;

    @Autowired
    private WebApplicationContext application;

    private OtherSystem crm;

    @BeforeEach
    void connect() {
        crm = OtherSystem.withCustomer(port);
    }

    @Test
    void aWholeConversation() {
        var opened = crm.writes("When will I get my refund?");
        assertThat(opened.status()).isEqualTo(200);
        var ticket = ticketOf(opened.body());
        assertThat(opened.body().path("number").asLong())
                .isEqualTo(tickets.get(ticket).number());

        var answer = crm.hears("bot");
        assertThat(answer.path("type").asText()).isEqualTo("message");
        assertThat(answer.path("ticket").asText()).isEqualTo(ticket.toString());
        assertThat(answer.at("/message/text").asText()).isNotBlank();
        assertThat(answer.at("/message/html").asText()).startsWith("<p>");
        assertThat(answer.at("/message/sources/0/url").asText()).startsWith("http");
        assertThat(presses(answer)).contains("human");
        assertThat(crm.posted()).allMatch(OtherSystem::isGenuine);

        var early = crm.posts(Map.of("type", "rating", "score", 5));
        assertThat(early.body().path("done").asBoolean()).isFalse();
        assertThat(early.body().path("text").asText()).contains("still open").doesNotContain("out of date");

        var wanted = crm.posts(Map.of("type", "human"));
        assertThat(wanted.body().path("done").asBoolean()).isTrue();
        assertThat(wanted.body().path("text").asText()).isNotBlank();

        var anna = AgentAtDesk.signsIn(port, "anna");
        var typed = "Grüße! It is *almost* there: https://shop.example/a_b?x=1&y=2\n- <script>\n- `code`";
        assertThat(anna.replies(anna.taskOf(ticket), typed, "resolve").status()).isLessThan(300);
        var reply = crm.hears("agent");
        assertThat(reply.at("/message/name").asText()).isNotBlank();
        assertThat(reply.at("/message/text").asText())
                .isEqualTo("Grüße! It is \\*almost\\* there: https://shop.example/a_b?x=1&y=2\\\n"
                        + "\\- \\<script>\\\n\\- \\`code\\`");
        assertThat(reply.at("/message/plain").asText()).isEqualTo(typed);
        assertThat(reply.at("/message/html").asText())
                .isEqualTo("<p>Grüße! It is *almost* there: https://shop.example/a_b?x=1&amp;y=2<br />\n"
                        + "- &lt;script&gt;<br />\n- `code`</p>\n");

        await().atMost(Duration.ofSeconds(90)).until(() -> tickets.get(ticket).awaitsRating());
        var rated = crm.posts(Map.of("type", "rating", "score", 5, "comment", "quick"));
        assertThat(rated.body().path("done").asBoolean()).isTrue();
        var again = crm.posts(Map.of("type", "rating", "score", 1));
        assertThat(again.body().path("done").asBoolean()).isFalse();
        assertThat(notes(ticket)).anyMatch(note -> note.contains("5") && note.contains("quick"));
    }

    @Test
    void whatWePostHasTheMessagesIdSoThatItIsKnownIfItComesAgain() {
        crm.writes("When will I get my refund?");
        var answer = crm.hears("bot").at("/message/id").asText();

        assertThat(crm.posted())
                .anyMatch(request -> request.getHeader("webhook-id").equals(answer));
    }

    @Test
    void aButtonIsPressedByWhatItSays() {
        var ticket = ticketOf(crm.writes("How do I return something?").body());
        var helped = presses(crm.hears("bot")).stream()
                .filter(press -> press.startsWith("helped:"))
                .findFirst()
                .orElseThrow();

        assertThat(crm.posts(Map.of("type", "press", "press", helped))
                        .body()
                        .path("done")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(90)).until(() -> !tickets.get(ticket).isOpen());
        assertThat(tickets.get(ticket).resolution()).contains(Ticket.Resolution.BOT_CONFIRMED);
    }

    @Test
    void anAnswerThatDidNotHelpBringsAPerson() {
        var ticket = ticketOf(crm.writes("How do I return something?").body());
        crm.hears("bot");

        assertThat(crm.posts(Map.of("type", "helped", "helped", false))
                        .body()
                        .path("done")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(90)).until(() -> tickets.get(ticket).withPerson());
    }

    @Test
    void aPersonCanBeWantedFromTheFirstWord() {
        var ticket = ticketOf(crm.posts(Map.of("text", "My parcel is broken, I am angry", "human", true))
                .body());

        await().atMost(Duration.ofSeconds(90)).until(() -> tickets.get(ticket).withPerson());
        assertThat(tickets.get(ticket).handover()).hasValue(Handover.WANTS_HUMAN);
        var anna = AgentAtDesk.signsIn(port, "anna");
        assertThat(anna.opens(anna.taskOf(ticket)).at("/brief/reason").asText()).contains("wants to talk to a person");
    }

    @Test
    void theConversationGoesOnInItsTicketAndAnotherOneHasItsOwn() {
        var first = ticketOf(crm.writes("One").body());
        var second = ticketOf(crm.writes("Two").body());
        var other = ticketOf(OtherSystem.withCustomer(port).writes("Three").body());

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void filesTravelBothWays() {
        var picture = SampleFiles.png(40, 30);
        var opened = crm.posts(Map.of(
                "text",
                "",
                "attachments",
                List.of(Map.of(
                        "name", "broken.png",
                        "type", "image/png",
                        "base64", Base64.getEncoder().encodeToString(picture)))));
        assertThat(opened.status()).isEqualTo(200);
        var ticket = ticketOf(opened.body());
        crm.posts(Map.of("type", "human"));

        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket);
        var file = anna.uploads(task, "Dear customer".getBytes(UTF_8), "attachment; filename=letter.txt");
        anna.act(
                "POST",
                task,
                "/reply",
                Map.of(
                        "text",
                        "Here you are.",
                        "action",
                        "wait",
                        "id",
                        UUID.randomUUID(),
                        "attachments",
                        List.of(file.body().path("id").asText())));

        var link = crm.hears("agent").at("/message/files/0");
        assertThat(link.path("name").asText()).isEqualTo("letter.txt");
        assertThat(fetched(link).body()).isEqualTo("Dear customer".getBytes(UTF_8));
        assertThat(fetched(link, "until=1", "until=\\d+").statusCode()).isEqualTo(403);
        assertThat(fetched(link, "files/" + UUID.randomUUID(), "files/[0-9a-f-]+")
                        .statusCode())
                .isEqualTo(403);
        assertThat(fetched(link, "key=AAAA", "key=.*").statusCode()).isEqualTo(403);
    }

    private HttpResponse<byte[]> fetched(JsonNode link, String... changed) {
        var url = URI.create(link.path("url").asText());
        var path = url.getRawPath() + "?" + url.getRawQuery();
        return new Http(port).download(changed.length == 0 ? path : path.replaceAll(changed[1], changed[0]));
    }

    @Test
    void aFileOfSeveralMegabytesComesInAndNoneThatIsTooLarge() {
        assertThat(crm.posts(Map.of("text", "Look", "attachments", List.of(file(6_000_000))))
                        .status())
                .isEqualTo(200);
        assertThat(crm.posts(Map.of("text", "Look", "attachments", List.of(file(11_000_000))))
                        .status())
                .isEqualTo(413);
    }

    /** Whatever it is answered, it does not count as a stranger's call. */
    @Test
    void whoCanSignHasProvenWhoTheyAre() throws Exception {
        var body = crm.letter(Map.of("text", "Look", "attachments", List.of(file(11_000_000))));
        var seconds = String.valueOf(Instant.now().getEpochSecond());
        var signed = crm.signature("msg_proven", seconds, body);

        assertThat(called(seconds, signed, body))
                .satisfies(call -> assertThat(call.getResponse().getStatus()).isEqualTo(413))
                .matches(call -> Proven.is(call.getRequest()));
        assertThat(called(seconds, signed, body + " "))
                .satisfies(call -> assertThat(call.getResponse().getStatus()).isEqualTo(401))
                .matches(call -> !Proven.is(call.getRequest()));
    }

    private MvcResult called(String seconds, String signed, String body) throws Exception {
        return MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(MockMvcRequestBuilders.post(OtherSystem.PATH)
                        .header(Envelope.ID, "msg_proven")
                        .header(Envelope.TIMESTAMP, seconds)
                        .header(Envelope.SIGNATURE, signed)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn();
    }

    private static Map<String, String> file(int size) {
        return Map.of(
                "name",
                "long.txt",
                "base64",
                Base64.getEncoder().encodeToString("x".repeat(size).getBytes(UTF_8)));
    }

    @Test
    void aFileThatMayNotComeInIsRefusedWithItsMessage() {
        var refused = crm.posts(Map.of(
                "text", "Look", "attachments", List.of(Map.of("name", "look.exe", "base64", "TVqQAAMAAAAEAAAA"))));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(crm.posts(Map.of("type", "human")).status()).isEqualTo(409);
        assertThat(crm.posts(Map.of("text", "x", "attachments", List.of(Map.of("name", "a.txt", "base64", "?"))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void eitherSecretIsGoodWhileItIsChanged() {
        assertThat(crm.withOldSecret().writes("Hello").status()).isEqualTo(200);
        assertThat(crm.writes("Hello again").status()).isEqualTo(200);
    }

    @Test
    void oneGoodSignatureAmongOthersIsEnough() {
        var body = crm.letter(Map.of("text", "Hello"));
        var now = String.valueOf(Instant.now().getEpochSecond());
        var good = crm.signature("msg_several", now, body);

        assertThat(crm.posts("msg_several", now, "v1a,bm8= v1,bm8= " + good, body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStrangerIsRefusedAndLeavesNothing() {
        var stranger = crm.withSecret("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));

        var refused = stranger.writes("I am your CRM");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("title").asText()).isNotBlank();
        assertThat(crm.posts(Map.of("type", "human")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1", "v2,{good}", "{good}x", "v1a,{good}", "null"})
    void whatIsNoSignatureIsNone(String like) {
        var body = crm.letter(Map.of("text", "Hello"));
        var now = String.valueOf(Instant.now().getEpochSecond());
        var good = crm.signature("msg_bad", now, body).substring(3);

        assertThat(crm.posts("msg_bad", now, like.replace("{good}", good), body).status())
                .isEqualTo(401);
    }

    @Test
    void nothingOfWhatIsSignedCanBeChanged() {
        var id = "msg_" + UUID.randomUUID();
        var body = crm.letter(Map.of("text", "Hello"));
        var now = Instant.now().getEpochSecond();
        var signature = crm.signature(id, String.valueOf(now), body);

        assertThat(crm.posts(id, String.valueOf(now), signature, body + " ").status())
                .isEqualTo(401);
        assertThat(crm.posts(id, String.valueOf(now + 1), signature, body).status())
                .isEqualTo(401);
        assertThat(crm.posts(id + "0", String.valueOf(now), signature, body).status())
                .isEqualTo(401);
        assertThat(crm.posts(id, String.valueOf(now), signature, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -86_400, 360, 999_999_999})
    void whatIsOldOrFromTheFutureIsRefused(long seconds) {
        var refused = crm.posts("msg_late", Instant.now().plusSeconds(seconds), crm.letter(Map.of("text", "Hello")));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("detail").asText()).contains("webhook-timestamp");
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void clocksMayDiffer(long seconds) {
        var taken = crm.posts(
                "msg_" + UUID.randomUUID(), Instant.now().plusSeconds(seconds), crm.letter(Map.of("text", "Hello")));

        assertThat(taken.status()).isEqualTo(200);
    }

    @Test
    void whoHeardNoAnswerPostsTheSameAgainAndGetsIt() {
        var id = "msg_" + UUID.randomUUID();
        var body = crm.letter(Map.of("text", "Hello"));
        var first = crm.posts(id, Instant.now(), body);

        var again = crm.posts(id, Instant.now().plusSeconds(60), body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(customersWords(ticketOf(first.body()))).containsExactly("Hello");
    }

    @Test
    void underATakenIdNothingElseComesIn() {
        var id = "msg_" + UUID.randomUUID();
        var first = crm.posts(id, Instant.now(), crm.letter(Map.of("text", "Hello")));

        var replayed = crm.posts(id, Instant.now(), crm.letter(Map.of("text", "Send it to Mallory")));

        assertThat(replayed.status()).isEqualTo(409);
        assertThat(customersWords(ticketOf(first.body()))).containsExactly("Hello");
    }

    @Test
    void whatWasRefusedCanBeMendedUnderTheSameId() {
        var id = "msg_" + UUID.randomUUID();

        assertThat(crm.posts(id, Instant.now(), crm.letter(Map.of("text", " "))).status())
                .isEqualTo(400);
        assertThat(crm.posts(id, Instant.now(), crm.letter(Map.of("text", "Hello")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSystemsOwnIdOfAMessageKeepsItSingle() {
        var first = crm.posts(Map.of("text", "Hello", "id", "m1" + crm.conversation()));
        var again = crm.posts(Map.of("text", "Hello", "id", "m1" + crm.conversation()));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(customersWords(ticketOf(first.body()))).hasSize(1);
    }

    @Test
    void whateverArrivesManyTimesAtOnceIsTakenOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var letters = IntStream.range(0, 5)
                .mapToObj(i -> crm.letter(Map.of("text", "Number " + i)))
                .toList();
        var prefix = "msg_" + UUID.randomUUID();
        var posts = IntStream.range(0, 40)
                .mapToObj(
                        i -> (Callable<Http.Answer>) () -> crm.posts(prefix + i % 5, Instant.now(), letters.get(i % 5)))
                .toList();
        var answers = new HashSet<JsonNode>();
        try {
            for (var post : threads.invokeAll(posts)) {
                assertThat(post.get().status()).isEqualTo(200);
                answers.add(post.get().body());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(answers).hasSize(5);
        assertThat(customersWords(ticketOf(answers.iterator().next())))
                .containsExactlyInAnyOrder("Number 0", "Number 1", "Number 2", "Number 3", "Number 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{",
                "\"text\"",
                "{\"text\":\"x\"}",
                "{\"conversation\":\"\",\"text\":\"x\"}",
                "{\"conversation\":\"c\",\"text\":7}",
                "{\"conversation\":\"c\",\"text\":\"x\",\"attachments\":[null]}",
                "{\"conversation\":\"c\",\"type\":\"dance\"}",
                "{\"conversation\":\"c\",\"text\":\"\\u0000\"}",
            })
    void whatCannotBeReadIsSaidAndNotStored(String body) {
        var refused = crm.posts("msg_" + UUID.randomUUID(), Instant.now(), body);

        assertThat(refused.status()).isBetween(400, 404);
        assertThat(refused.body().path("detail").asText()).isNotBlank();
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        var refused = crm.posts("msg_large", Instant.now(), crm.letter(Map.of("text", "x".repeat(16_000_000))));

        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void aSystemThatIsGoneMakesTheMessageFailAndAPersonSeesIt() {
        crm.responds(OtherSystem.status(410));

        var ticket = ticketOf(crm.writes("When will I get my refund?").body());

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(notes(ticket)).anyMatch(note -> note.contains("HTTP 410")));
        assertThat(tickets.get(ticket).withPerson()).isTrue();
    }

    @Test
    void aSystemThatStumblesIsPostedTheSameAgain() {
        crm.responds(OtherSystem.status(500));
        crm.writes("When will I get my refund?");
        crm.hears("bot");
        crm.responds(OtherSystem.status(204));

        await().atMost(Duration.ofSeconds(60)).until(() -> crm.posted().size() > 1);

        var posted = crm.posted();
        assertThat(posted.get(1).getHeader("webhook-id"))
                .isEqualTo(posted.get(0).getHeader("webhook-id"));
        assertThat(posted).allMatch(OtherSystem::isGenuine);
    }

    @Test
    void aChannelThatIsNotConnectedDoesNotExist() {
        assertThat(new Http(port)
                        .send("POST", "/api/channels/webhook-erp", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port).send("POST", OtherSystem.PATH, Map.of()).status())
                .isEqualTo(401);
        assertThat(new Http(port).send("GET", OtherSystem.PATH, null).status()).isEqualTo(405);
    }

    private static UUID ticketOf(JsonNode answer) {
        return UUID.fromString(answer.path("ticket").asText());
    }

    private static List<String> presses(JsonNode posted) {
        return posted.at("/message/buttons").findValuesAsText("press");
    }

    private List<String> customersWords(UUID ticket) {
        return messages.of(ticket).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::text)
                .toList();
    }

    private List<String> notes(UUID ticket) {
        return messages.of(ticket).stream()
                .filter(Message::internal)
                .map(Message::text)
                .toList();
    }
}
