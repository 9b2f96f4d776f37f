package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tandem.story.Http;
import io.tandem.story.OtherSystem;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has no buttons where they read us opens links; only what they press there counts. */
@InChromium
class PressPageTest {

    static final List<Visitor> LOOKS = List.of(
            Visitor.english(), Visitor.german().inTheDark(), Visitor.english().onThePhone());

    @Autowired
    private Tickets tickets;

    @Autowired
    private Ratings ratings;

    @ParameterizedTest
    @FieldSource("LOOKS")
    void toOpenTheLinkChangesNothingToPressBringsAPerson(Visitor look, Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var ticket = writes(crm, "When will I get my refund?", "en");
        var link = link(crm.hears("bot"), "human");
        var page = visitors.page(look);
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));

        page.navigate(link);
        assertThat(heading(page)).hasText("Talk to a person?");
        Accessibility.isGiven(page, "asking");
        assertThat(tickets.get(ticket).botMaySpeak()).isTrue();

        button(page, "Yes, a person please").click();

        assertThat(heading(page)).hasText("Thank you!");
        assertThat(heading(page)).isFocused();
        assertThat(page.locator("tandem-press")).containsText("A person takes over");
        Accessibility.isGiven(page, "done");
        assertThat(tickets.get(ticket).personWanted()).isTrue();

        page.reload();
        button(page, "Yes, a person please").click();
        assertThat(page.locator("tandem-press")).containsText("has your ticket already");
        assertThat(page.context().cookies()).isEmpty();
        assertThat(asked).allMatch(url -> url.startsWith(visitors.home()));
        assertThat(asked).noneMatch(url -> url.contains(key(link)) && !url.equals(link));
    }

    @Test
    void aProgramThatFollowsLinksAndAsksWhatTheyAreForChangesNothing(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var ticket = writes(crm, "When will I get my refund?", "en");
        var http = new Http(visitors.port());

        for (var button : crm.hears("bot").at("/message/buttons")) {
            var link = button.path("link").asText();
            assertThat(http.send("GET", link.substring(visitors.home().length()), null)
                            .status())
                    .isEqualTo(200);
            var offer = http.send("POST", "/api/presses/offers", pressOf(link));
            assertThat(offer.status()).isEqualTo(200);
        }

        assertThat(tickets.get(ticket).botMaySpeak()).isTrue();
    }

    @Test
    void aGermanTicketIsAskedInGermanAndRatedWithAComment(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var ticket = writes(crm, "Wann bekomme ich mein Geld zurück?", "de");
        var page = visitors.page(Visitor.english().onThePhone());

        page.navigate(link(crm.hears("bot"), "helped"));
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        button(page, "Ja, das hat geholfen").click();
        assertThat(heading(page)).hasText("Danke!");

        page.navigate("about:blank");
        page.navigate(link(crm.hears("system"), "rate:1:4"));
        assertThat(radio(page, "4 – gut")).isChecked();
        Accessibility.isGiven(page, "rating");
        radio(page, "3 – geht so").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("Schnell, aber kurz");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("tandem-press")).hasAttribute("data-state", "done");
        assertThat(ratings.of(tickets.get(ticket))).hasValueSatisfying(rating -> {
            assertThat(rating.score()).isEqualTo(3);
            assertThat(rating.comment()).isEqualTo("Schnell, aber kurz");
        });

        page.navigate("about:blank");
        page.navigate(link(crm.hears("system"), "rate:1:5"));
        button(page, "Bewertung abgeben").click();
        assertThat(page.locator("tandem-press")).hasAttribute("data-state", "over");
        assertThat(page.locator("tandem-press")).containsText("schon bewertet");
        Accessibility.isGiven(page, "over");
        assertThat(ratings.of(tickets.get(ticket)).orElseThrow().score()).isEqualTo(3);
    }

    @Test
    void whatIsMeantIsChosenByItsTitle(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var ticket = writes(crm, "invoice copy or business invoice", "en");
        var choice = crm.hears("bot").at("/message/buttons/1");
        var page = visitors.page(Visitor.english());

        page.navigate(choice.path("link").asText());
        assertThat(heading(page)).hasText("Do you mean “" + choice.path("label").asText() + "”?");
        button(page, "Yes, that is what I mean").click();

        assertThat(page.locator("tandem-press")).hasAttribute("data-state", "done");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> tickets.get(ticket).topic().isPresent());
    }

    @Test
    void whatIsOverIsSaidPlainly(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        writes(crm, "When will I get my refund?", "en");
        var helped = link(crm.hears("bot"), "helped");
        crm.posts(Map.of("type", "human"));
        var page = visitors.page(Visitor.english());

        page.navigate(helped);
        button(page, "Yes, that helped").click();

        assertThat(page.locator("tandem-press")).hasAttribute("data-state", "over");
        assertThat(page.locator("tandem-press")).containsText("out of date");
    }

    @Test
    void aLinkThatWasCutOffSaysWhatToDo(Visitors visitors) {
        visitors.expectInConsole("/api/presses");
        var page = visitors.page(Visitor.german());

        page.navigate(visitors.home() + "/press#abc.human");
        assertThat(page.locator("tandem-press")).hasAttribute("data-state", "failed");
        assertThat(page.locator("tandem-press")).containsText("beim Kopieren abgeschnitten");
        Accessibility.isGiven(page, "failed");

        page.navigate(visitors.home() + "/press");
        assertThat(page.locator("tandem-press")).containsText("beim Kopieren abgeschnitten");
    }

    @Test
    void whoHasNoConnectionIsToldAndTriesAgain(Visitors visitors) {
        visitors.expectInConsole("net::ERR_");
        var crm = OtherSystem.withCustomer(visitors.port());
        writes(crm, "When will I get my refund?", "en");
        var page = visitors.page(Visitor.english());
        page.route("**/api/**", route -> route.abort());

        page.navigate(link(crm.hears("bot"), "human"));
        assertThat(page.locator("tandem-press")).hasAttribute("data-state", "failed");
        assertThat(page.locator("tandem-press")).containsText("cannot be reached");

        page.unroute("**/api/**");
        button(page, "Try again").click();
        assertThat(heading(page)).hasText("Talk to a person?");
    }

    @Test
    void theKeyPressesTheButtonsOfOneTicketAndReadsNothing(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var other = OtherSystem.withCustomer(visitors.port());
        var ticket = writes(crm, "When will I get my refund?", "en");
        writes(other, "When will I get my refund?", "en");
        var key = key(link(crm.hears("bot"), "human"));
        var http = new Http(visitors.port());

        var read = http.send("GET", "/api/tickets/" + ticket + "/messages", null, "Authorization", "Bearer " + key);
        assertThat(read.status()).isEqualTo(403);
        var othersAnswer = press(other.hears("bot"), "helped");
        var pressed = http.send("POST", "/api/presses", Map.of("key", key, "press", othersAnswer));
        assertThat(pressed.body().path("done").asBoolean()).isFalse();
        assertThat(http.send("POST", "/api/presses", Map.of("key", key.replaceAll("..$", "AA"), "press", "human"))
                        .status())
                .isEqualTo(403);
        assertThat(http.send("POST", "/api/presses", Map.of("key", key, "press", "delete"))
                        .status())
                .isEqualTo(404);
        assertThat(http.send("POST", "/api/presses", Map.of("key", key, "press", "rate:1:3", "score", 6))
                        .status())
                .isEqualTo(400);
    }

    private static UUID writes(OtherSystem crm, String text, String language) {
        var opened = crm.posts(Map.of("text", text, "language", language));
        return UUID.fromString(opened.body().path("ticket").asText());
    }

    private static String link(JsonNode posted, String press) {
        return button(posted, press).path("link").asText();
    }

    private static String press(JsonNode posted, String press) {
        return button(posted, press).path("press").asText();
    }

    private static JsonNode button(JsonNode posted, String press) {
        return StreamSupport.stream(posted.at("/message/buttons").spliterator(), false)
                .filter(button -> button.path("press").asText().startsWith(press))
                .findFirst()
                .orElseThrow();
    }

    private static String key(String link) {
        return link.replaceAll(".*#([\\w-]+)\\..*", "$1");
    }

    private static Map<String, String> pressOf(String link) {
        return Map.of("key", key(link), "press", link.replaceAll(".*#[\\w-]+\\.", ""));
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }
}
