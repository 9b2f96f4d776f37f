package io.tandem.desk.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.bot.Suggestions;
import io.tandem.desk.offer.Experience.Kind;
import io.tandem.desk.offer.Experience.Subject;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent is offered on a ticket, as the form asks for it. */
@TandemRuns
class OffersTest {

    private static final String TWO_TOPICS = "real person please! invoice copy or business invoice";

    @LocalServerPort
    private int port;

    @Autowired
    private SolvedTickets solved;

    @Autowired
    private CustomersWords words;

    @Autowired
    private SolvedIndex index;

    @Autowired
    private SolvedIndexUpkeep upkeep;

    @Autowired
    private Candidates candidates;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Tickets tickets;

    @Autowired
    private ShownOffers shown;

    @Autowired
    private Experience experience;

    @Autowired
    private OfferSettings settings;

    @Autowired
    private JdbcClient sql;

    private AgentAtDesk anna;

    @BeforeEach
    void annaIsThere() {
        anna = AgentAtDesk.signsIn(port, "anna");
    }

    @Test
    void aReplyThatHasSatisfiedSomebodyIsOfferedToTheNextWithoutWhoTheyAre() {
        helped(
                "My samovar whistles La Paloma, a person please. Order WK-12345678, karla@example.com",
                "Hello Karla,\n\nplease descale the samovar WK-12345678 with vinegar, then La Paloma ends."
                        + " We paid 49,90 € to DE89 3704 0044 0532 0130 00 on 3 May.\n\nKind regards\nAnna",
                5);

        var next = CustomerInChat.writes(port, "en", "The samovar is whistling La Paloma again, human please");
        var offer = similar(next, "samovar");

        assertThat(offer.path("text").asText())
                .isEqualTo("please descale the samovar [order number] with vinegar, then La Paloma ends."
                        + " We paid [amount] to [account] on [date].");
        assertThat(offer.path("matter").asText()).contains("samovar", "[order number]", "[email address]");
        assertThat(offer.path("rating").asInt()).isEqualTo(5);
        assertThat(offer.path("byBot").asBoolean()).isFalse();
        assertThat(Duration.between(
                        java.time.Instant.parse(offer.path("closedAt").asText()), java.time.Instant.now()))
                .isLessThan(Duration.ofMinutes(5));
        assertThat(offer.toString()).doesNotContain("Karla", "WK-12345678", "example.com", "DE89", "Anna");
        assertThat(offers(next).at("/draft/text").asText())
                .startsWith("Hello Karla,\n\nplease descale the samovar [order number]")
                .endsWith("Kind regards\nAnna");
    }

    @Test
    void whatDisappointedSomebodyIsNotOffered() {
        var first = helped("My zither rattles in the bass, a person please", "Bad luck with the zither.", 3);
        await().untilAsserted(
                        () -> assertThat(tickets.get(first.ticket()).isOpen()).isFalse());
        upkeep.look();

        var next = CustomerInChat.writes(port, "en", "The zither rattles in the bass, human please");

        assertThat(offers(next).path("similar").toString()).doesNotContain("zither");
    }

    @Test
    void whoComesBackTakesTheirTicketOutOfTheOffers() {
        var first = helped("My oboe hums the whole day, a person please", "Please dry the oboe.", 5);
        var next = CustomerInChat.writes(port, "en", "The oboe hums the whole day, human please");
        similar(next, "oboe");
        assertThat(known(first)).isTrue();

        first.writes("It hums again");
        first.sees("QUEUE");

        assertThat(offers(next).path("similar").toString()).doesNotContain("oboe");
        upkeep.sweep();
        assertThat(known(first)).isFalse();
    }

    @Test
    void anotherNodeKnowsTheSameAfterItsStart() {
        var first = helped("My theremin howls at the moon, a person please", "Please earth the theremin.", 5);
        await().until(() -> solved.among(List.of(first.ticket())).size() == 1);
        var second = new SolvedIndex();
        var other = new SolvedIndexUpkeep(solved, words, second, shown, experience, settings, Clock.systemUTC());
        other.look();
        assertThat(second.like("en", null, "theremin howls", 1)).isNotEmpty();

        var later = helped("My bandoneon squeaks in the cold, a person please", "Please warm the bandoneon.", 4);
        await().until(() -> solved.among(List.of(later.ticket())).size() == 1);
        other.look();

        assertThat(second.like("en", null, "bandoneon squeaks", 1)).isNotEmpty();
        other.stop();
        second.close();
    }

    @Test
    void severalArticlesAreOfferedWhereTheBotWasNotSure() {
        var karla = CustomerInChat.writes(port, "en", TWO_TOPICS);

        var offers = offers(karla);

        assertThat(offers.path("articles").findValuesAsText("article")).contains("invoice-copy", "business-invoice");
        assertThat(offers.path("articles"))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(article ->
                        assertThat(article.path("confidence").asDouble()).isBetween(settings.leastConfidence(), 1.0))
                .allSatisfy(article ->
                        assertThat(article.path("text").asText()).isNotBlank().doesNotContain("**"));
    }

    @Test
    void whatFitsNothingIsOfferedNothing() {
        var karla = CustomerInChat.writes(port, "en", "Xylophone quetzal fjord");

        var offers = offers(karla);

        assertThat(offers.path("articles")).isEmpty();
        assertThat(offers.path("similar")).isEmpty();
        assertThat(offers.path("draft").isNull()).isTrue();
    }

    @Test
    void aSurelyKnownAnswerIsDraftedInTheCustomersLanguage() {
        var karla =
                CustomerInChat.writes(port, "de", "Ich will mit einem Menschen sprechen. Wie lösche ich mein Konto?");

        var draft = offers(karla).at("/draft/text").asText();

        assertThat(draft).startsWith("Guten Tag Karla,\n\n").endsWith("Freundliche Grüße\nAnna");
        assertThat(draft).containsIgnoringCase("Konto");
    }

    @Test
    void whatTheCustomerWritesNextChangesTheOffers() {
        var karla = CustomerInChat.writes(port, "en", "A real person please: how do I return something?");
        var before = offers(karla);

        karla.writes("And how do I delete my account?");
        var after = offers(karla);

        assertThat(after.path("basedOn").asInt())
                .isGreaterThan(before.path("basedOn").asInt());
        assertThat(after.path("articles").findValuesAsText("article")).contains("account-delete");
    }

    @Test
    void anOfferThatIsUsedOvertakesOneThatIsNot() {
        var karla = CustomerInChat.writes(port, "en", TWO_TOPICS);
        var task = anna.taskOf(karla.ticket());
        var topic = tickets.get(karla.ticket()).topic().orElse(Candidates.NO_TOPIC);
        var before = offered(karla);
        var first = before.get(0);
        var second = before.get(1);

        for (int i = 0; i < 60; i++) {
            shown.show(UUID.randomUUID(), topic, List.of(first));
            shown.show(UUID.randomUUID(), topic, List.of(second)).values().forEach(shown::use);
        }

        assertThat(offered(karla)).startsWith(second, first);
        assertThat(anna.send("GET", "/api/desk/tasks/" + task + "/offers", null)
                        .body()
                        .at("/articles/0/article")
                        .asText())
                .isEqualTo(second.item());
    }

    @Test
    void usingAnOfferCountsOnceHoweverOftenItIsTold() {
        var karla = CustomerInChat.writes(port, "en", "Human please. How do I delete my account?");
        var article = offers(karla).path("articles").path(0);
        var subject = new Subject(Kind.ARTICLE, article.path("article").asText());
        var topic = tickets.get(karla.ticket()).topic().orElse(Candidates.NO_TOPIC);
        var before = worth(subject, topic);

        for (int i = 0; i < 3; i++) {
            offers(karla);
            assertThat(uses(article.path("id").asText())).isEqualTo(204);
        }

        assertThat(worth(subject, topic)).isEqualTo(new Worth(before.offered(), before.used() + 1));
    }

    @Test
    void whatIsLearntNamesNobodyAndNoTicket() {
        var karla = CustomerInChat.writes(port, "en", "Human please. How do I delete my account?");
        var offer = offers(karla).path("articles").path(0).path("id").asText();
        assertThat(uses(offer)).isEqualTo(204);

        for (var table : List.of("offer_experience", "offer_shown")) {
            var columns = sql.sql(
                            "select lower(column_name) from information_schema.columns where lower(table_name) = ?")
                    .param(table)
                    .query(String.class)
                    .list();
            assertThat(columns)
                    .isNotEmpty()
                    .isSubsetOf("id", "kind", "item", "topic", "used", "offered", "shown_on", "last_offered");
            var rows = sql.sql("select * from " + table).query().listOfRows().toString();
            assertThat(rows.toLowerCase(Locale.ROOT))
                    .doesNotContain("anna", "karla", karla.ticket().toString());
        }
        var ticketsInItems = sql.sql(
                        "select count(*) from offer_shown s join ticket t on cast(t.id as varchar(36)) = s.item")
                .query(Long.class)
                .single();
        assertThat(ticketsInItems).isZero();
    }

    @Test
    void whatIsNotThereIsToldInWords() {
        assertThat(uses(UUID.randomUUID().toString())).isEqualTo(404);
        assertThat(uses("no-id")).isEqualTo(404);
        assertThat(anna.send("GET", "/api/desk/tasks/nothing/offers", null).status())
                .isEqualTo(404);
    }

    @Test
    void offersAreForAgentsOnly() {
        var karla = CustomerInChat.writes(port, "en", "human please");
        var task = anna.taskOf(karla.ticket());

        assertThat(new Http(port)
                        .send("GET", "/api/desk/tasks/" + task + "/offers", null)
                        .status())
                .isEqualTo(401);
        assertThat(AgentAtDesk.signsIn(port, "otto")
                        .send("GET", "/api/desk/tasks/" + task + "/offers", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutALanguageModelTheDraftIsThePlainOne() {
        var karla = CustomerInChat.writes(port, "en", "Human please. How do I delete my account?");
        var task = anna.taskOf(karla.ticket());

        assertThat(suggestions.wordsThem()).isFalse();
        assertThat(offers(karla).at("/draft/wordable").asBoolean()).isFalse();
        assertThat(anna.act("PUT", task, "/offers/draft", Map.of()).body().at("/draft/text"))
                .isEqualTo(offers(karla).at("/draft/text"));
    }

    private CustomerInChat helped(String words, String reply, int score) {
        var customer = CustomerInChat.writes(port, "en", words);
        anna.replies(anna.taskOf(customer.ticket()), reply, "resolve");
        customer.hears("agent");
        customer.isAskedForARating();
        customer.rates(score, "");
        return customer;
    }

    private JsonNode offers(CustomerInChat customer) {
        var task = anna.taskOf(customer.ticket());
        var offers = anna.send("GET", "/api/desk/tasks/" + task + "/offers", null);
        assertThat(offers.status()).isEqualTo(200);
        return offers.body();
    }

    /** The offer from a ticket with this word; it is there some seconds after that ticket's end. */
    private JsonNode similar(CustomerInChat customer, String word) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            for (var offer : offers(customer).path("similar")) {
                                if (offer.path("text").asText().contains(word)) return offer;
                            }
                            return null;
                        },
                        found -> found != null);
    }

    private boolean known(CustomerInChat customer) {
        var found = new boolean[1];
        index.eachPage(page -> found[0] |= page.contains(customer.ticket()));
        return found[0];
    }

    private List<Subject> offered(CustomerInChat customer) {
        return candidates.on(tickets.get(customer.ticket())).articles().stream()
                .map(Candidates::subject)
                .toList();
    }

    private Worth worth(Subject subject, String topic) {
        return experience.in(topic, List.of(subject.item())).getOrDefault(subject, Worth.UNKNOWN);
    }

    private int uses(String offer) {
        return anna.send("PUT", "/api/desk/offers/" + offer + "/used", Map.of()).status();
    }
}
