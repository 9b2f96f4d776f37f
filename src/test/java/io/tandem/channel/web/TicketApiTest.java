package io.tandem.channel.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.Http.Answer;
import io.tandem.story.TandemRuns;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input gets a clear answer and leaves no trace; the same request again is the same request. */
@TandemRuns
class TicketApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    static Stream<Arguments> badTexts() {
        return Stream.of(
                Arguments.of("nothing", "{}", 400),
                Arguments.of("null", "{\"text\":null}", 400),
                Arguments.of("empty", "{\"text\":\"\"}", 400),
                Arguments.of("blank", "{\"text\":\" \\n\\t \"}", 400),
                Arguments.of("nothing that can be seen", "{\"text\":\"\\u00a0\\u2003\\u200b\\u202e\"}", 400),
                Arguments.of("a number", "{\"text\":5}", 400),
                Arguments.of("100,001 characters", "{\"text\":\"" + "a".repeat(100_001) + "\"}", 413),
                Arguments.of("a control character", "{\"text\":\"a\\u0000b\"}", 400),
                Arguments.of("an escape sequence", "{\"text\":\"a\\u001b[31mb\"}", 400),
                Arguments.of("a lone surrogate", "{\"text\":\"a\\ud800b\"}", 400),
                Arguments.of("half of a JSON", "{\"text\":\"a", 400),
                Arguments.of("a list", "[1,2]", 400),
                Arguments.of("two JSONs", "{\"text\":\"a\"}{\"text\":\"b\"}", 400),
                Arguments.of("no JSON", "hello", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTexts")
    void badTextsOpenNoTicket(String what, String body, int status) {
        var before = count("ticket");

        var answer = new Http(port).send("POST", "/api/tickets", body);

        assertProblem(answer, status);
        assertThat(count("ticket")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTexts")
    void badTextsAreNotStoredOnATicket(String what, String body, int status) {
        var karla = CustomerInChat.writes(port, "en", "I want to talk to a human");

        assertProblem(karla.send("POST", "/messages", body), status);
        assertThat(karla.messages())
                .filteredOn(message -> message.path("author").asText().equals("customer"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"deutsch!\"", "\"\"", "\"x\"", "7"})
    void aLanguageThatIsNoneIsRefused(String language) {
        var answer = new Http(port).send("POST", "/api/tickets", "{\"text\":\"hi\",\"language\":" + language + "}");

        assertProblem(answer, 400);
    }

    @Test
    void aLanguageThatWeDoNotSpeakGetsOurFirst() {
        var karla = CustomerInChat.writes(port, "fr-CA", "Je veux parler à un humain");

        assertThat(karla.status().path("language").asText()).isEqualTo("de");
    }

    @Test
    void theLongestTextIsTaken() {
        var text = "ä".repeat(99_999) + "\uD83D\uDE00";

        var karla = CustomerInChat.writes(port, "en", text);

        assertThat(karla.messages().get(0).path("text").asText()).isEqualTo(text);
    }

    @Test
    void onlyTheTicketsKeyOpensIt() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var other = CustomerInChat.writes(port, "en", "human please");
        var http = new Http(port);
        var path = "/api/tickets/" + karla.ticket() + "/messages";

        assertProblem(http.send("GET", path, null), 401);
        assertProblem(http.send("GET", path, null, "Authorization", "Bearer " + other.key()), 403);
        assertProblem(http.send("GET", path, null, "Authorization", "Basic " + karla.key()), 401);
        assertProblem(http.send("POST", path, Map.of("text", "x"), "Authorization", "Bearer " + other.key()), 403);
        assertThat(http.send("GET", path, null, "Authorization", "Bearer " + karla.key())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownTicketIsNotFound() {
        var http = new Http(port);

        assertProblem(get(http, UUID.randomUUID().toString()), 404);
        assertProblem(get(http, "1001"), 404);
    }

    private static Answer get(Http http, String ticket) {
        return http.send("GET", "/api/tickets/" + ticket + "/messages", null, "Authorization", "Bearer x");
    }

    /** The cookie is for the events alone: no foreign page can write with it. */
    @Test
    void theCookieDoesNotWrite() {
        var http = new Http(port);
        var opened = http.send("POST", "/api/tickets", Map.of("text", "human please"));
        var path = "/api/tickets/" + opened.body().path("ticket").asText() + "/messages";

        assertProblem(http.send("POST", path, Map.of("text", "x")), 401);
    }

    @Test
    void theSameMessageAgainGetsTheSameAnswerAgain() {
        var karla = CustomerInChat.writes(port, "en", "human please");

        var first = karla.send("POST", "/messages", Map.of("text", "and again", "id", "m-1"));
        var second = karla.send("POST", "/messages", Map.of("text", "and again", "id", "m-1"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(second.body().path("clientId").asText()).isEqualTo("m-1");
    }

    @Test
    void theSameIdOnAnotherTicketIsAnotherMessage() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var other = CustomerInChat.writes(port, "en", "human please");

        var hers = karla.send("POST", "/messages", Map.of("text", "mine", "id", "m-1"));
        var theirs = other.send("POST", "/messages", Map.of("text", "theirs", "id", "m-1"));

        assertThat(theirs.body().path("id")).isNotEqualTo(hers.body().path("id"));
    }

    @Test
    void aTicketIsOpenedOnceForOneIdempotencyKey() {
        var http = new Http(port);
        var key = UUID.randomUUID().toString();

        var first = http.send("POST", "/api/tickets", Map.of("text", "human please"), "Idempotency-Key", key);
        var second = http.send("POST", "/api/tickets", Map.of("text", "human please"), "Idempotency-Key", key);

        assertThat(second.body()).isEqualTo(first.body());
        assertProblem(http.send("POST", "/api/tickets", Map.of("text", "x"), "Idempotency-Key", "1"), 400);
    }

    @Test
    void tenPostsAtOnceWithOneIdAreOneMessage() throws Exception {
        var karla = CustomerInChat.writes(port, "en", "human please");

        var ids = atOnce(
                10,
                () -> karla.send("POST", "/messages", Map.of("text", "once", "id", "m-1"))
                        .body()
                        .path("id")
                        .asText());

        assertThat(ids).hasSize(1).doesNotContain("");
    }

    @Test
    void tenTicketsAtOnceWithOneKeyAreOneTicket() throws Exception {
        var key = UUID.randomUUID().toString();

        var tickets = atOnce(
                10,
                () -> new Http(port)
                        .send("POST", "/api/tickets", Map.of("text", "human please"), "Idempotency-Key", key)
                        .body()
                        .path("ticket")
                        .asText());

        assertThat(tickets).hasSize(1).doesNotContain("");
    }

    @Test
    void tenDifferentPostsAtOnceAreAllStoredInOneOrder() throws Exception {
        var karla = CustomerInChat.writes(port, "en", "human please");

        var ids = atOnce(
                10,
                () -> karla.send("POST", "/messages", Map.of("text", "many"))
                        .body()
                        .path("id")
                        .asText());

        assertThat(ids).hasSize(10).doesNotContain("");
        assertThat(karla.messages().stream()
                        .map(message -> message.path("position").asInt()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static java.util.Set<String> atOnce(int times, Callable<String> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var running = Stream.generate(() -> work)
                    .limit(times)
                    .map(threads::submit)
                    .toList();
            var results = new java.util.ArrayList<String>();
            for (var one : running) results.add(one.get());
            return results.stream().collect(toSet());
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"score\":0}", "{\"score\":6}", "{\"score\":\"5\"}", "{\"score\":4.5}", "[]"})
    void aRatingThatIsNoneIsRefused(String body) {
        var karla = resolvedByTheBot();

        assertProblem(karla.send("PUT", "/rating", body), 400);
    }

    @Test
    void aRatingIsCountedOnce() {
        var karla = resolvedByTheBot();

        karla.rates(4, "fine");
        karla.rates(4, "fine");

        assertProblem(karla.send("PUT", "/rating", Map.of("score", 1)), 409);
        assertThat(karla.status().path("rating").path("given").asInt()).isEqualTo(4);
    }

    @Test
    void whoWasNotAskedCannotRate() {
        var karla = CustomerInChat.writes(port, "en", "human please");

        assertProblem(karla.send("PUT", "/rating", Map.of("score", 5)), 409);
    }

    @Test
    void feedbackIsTakenOnceAndOnlyForAnAnswerOfThisTicket() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        var answer = karla.hears("bot").path("id").asText();
        var other = CustomerInChat.writes(port, "en", "human please");

        assertProblem(other.send("PUT", "/messages/" + answer + "/feedback", Map.of("helped", true)), 404);
        assertProblem(karla.send("PUT", "/messages/" + answer + "/feedback", "{}"), 400);
        karla.says(karla.hears("bot"), true);
        assertThat(karla.send("PUT", "/messages/" + answer + "/feedback", Map.of("helped", true))
                        .status())
                .isEqualTo(204);
        assertProblem(karla.send("PUT", "/messages/" + answer + "/feedback", Map.of("helped", false)), 409);
    }

    @Test
    void askingForAPersonTwiceIsAskingOnce() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        karla.hears("bot");

        karla.asksForAPerson();
        karla.asksForAPerson();

        karla.hears("system");
        assertThat(karla.messages())
                .filteredOn(message -> message.path("author").asText().equals("system"))
                .hasSize(1);
    }

    @Test
    void errorsSpeakTheReadersLanguage() {
        var german = new Http(port).send("POST", "/api/tickets", "{}", "Accept-Language", "de");
        var english = new Http(port).send("POST", "/api/tickets", "{}", "Accept-Language", "en");

        assertThat(german.body().path("title").asText()).isEqualTo("Die Nachricht ist leer");
        assertThat(english.body().path("title").asText()).isEqualTo("The message is empty");
    }

    @Test
    void theApiIsDocumented() {
        var docs = new Http(port).send("GET", "/v3/api-docs", null);

        assertThat(docs.body().path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/tickets",
                        "/api/tickets/{ticket}/messages",
                        "/api/tickets/{ticket}/human",
                        "/api/tickets/{ticket}/events",
                        "/api/tickets/{ticket}/rating");
    }

    private CustomerInChat resolvedByTheBot() {
        var karla = CustomerInChat.writes(port, "en", "When do I get my refund?");
        karla.says(karla.hears("bot"), true);
        karla.isAskedForARating();
        return karla;
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asText()).isNotBlank().doesNotStartWith("problem.");
        assertThat(answer.body().path("detail").asText()).isNotBlank().doesNotStartWith("problem.");
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
