package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import io.tandem.story.AgentAtDesk;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lea decides what becomes of mails that are no ticket, by keyboard alone. */
@InChromium
class MailsPageTest {

    static final List<Visitor> LOOKS = List.of(
            Visitor.english(),
            Visitor.german().inTheDark(),
            Visitor.german().onThePhone().withScreen(360, 740));

    private static final String NEWSLETTER =
            "From: Karla <%s>\r\nTo: support@shop.example\r\nSubject: %s\r\nPrecedence: bulk\r\n\r\nWhere is <b>my parcel</b>?\r\n";

    @Autowired
    private JdbcClient sql;

    private final String some = UUID.randomUUID().toString().substring(0, 8);
    private final String mailbox = "mail-page-" + some;
    private final String karla = "karla-" + some + "@customer.example";

    /** Later than what other stories left: those stand first. */
    private Instant at = Instant.now().plus(1, ChronoUnit.DAYS);

    @AfterEach
    void clear() {
        sql.sql("delete from mail where mailbox = ? and ticket is null")
                .param(mailbox)
                .update();
    }

    private String arrives(String state, String reason, String sender, String subject, String raw) {
        var id = UUID.randomUUID();
        at = at.plusSeconds(1);
        sql.sql(
                        "insert into mail (id, mailbox, provider_id, chain, sender, sender_doubted, subject, size, state, reason,"
                                + " detail, attempts, received_at) values (?, ?, ?, '', ?, ?, ?, 4711, ?, ?, ?, 0, ?)")
                .params(
                        id,
                        mailbox,
                        id.toString(),
                        sender,
                        reason.equals("FLOOD"),
                        subject,
                        state,
                        reason,
                        reason.equals("FAILED") ? "IllegalStateException: no room" : null,
                        Timestamp.from(at))
                .update();
        if (!raw.isEmpty())
            sql.sql("insert into mail_piece (mail, position, bytes) values (?, 0, ?)")
                    .params(id, raw.getBytes(UTF_8))
                    .update();
        return id.toString();
    }

    private static Page lea(Visitors visitors, Visitor look) {
        var page = visitors.page(look);
        LogInPage.opens(page, visitors.home() + "/mails").signsIn("lea");
        assertThat(page.locator("tandem-mail").first()).isVisible();
        return page;
    }

    private static Locator mail(Page page, String id) {
        return page.locator("tandem-mail[data-mail='" + id + "']");
    }

    private static void opens(Page page, Locator mail) {
        mail.locator("summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(mail.locator(".choices")).isVisible();
    }

    private static void presses(Page page, Locator mail, String action) {
        mail.locator("[data-action=" + action + "]").focus();
        page.keyboard().press("Enter");
    }

    @Test
    void aLeadMakesATicketAndOpensIt(Visitors visitors) {
        var id = arrives("ASIDE", "AUTOMATIC", karla, "My parcel", NEWSLETTER.formatted(karla, "My parcel"));
        var page = lea(visitors, Visitor.english().withScreen(1440, 900));
        var mail = mail(page, id);

        opens(page, mail);
        assertThat(mail.locator(".text")).containsText("Where is <b>my parcel</b>?");
        presses(page, mail, "ticket");

        var link = mail.locator("[data-action=open]");
        assertThat(link).isFocused();
        assertThat(page.locator("tandem-mails > [role=status]")).containsText("“My parcel” became ticket");
        var ticket = UUID.fromString(link.getAttribute("href").replaceFirst(".*/", ""));
        AgentAtDesk.signsIn(visitors.port(), "lea").taskOf(ticket);
        page.keyboard().press("Enter");
        assertThat(page.locator("tandem-ticket tandem-conversation")).containsText("my parcel");
    }

    @Test
    void aLeadIsLedFromTasklistAndAnAgentIsNot(Visitors visitors) {
        arrives("QUARANTINED", "FAILED", karla, "Waiting", "Subject: Waiting\r\n\r\nHi\r\n");
        var lea = visitors.page(Visitor.english());
        LogInPage.opens(lea, visitors.home() + "/camunda/app/tasklist/").signsIn("lea");
        var anna = visitors.agent("anna").page();

        assertThat(lea.locator("li.mails a")).hasText(Pattern.compile("Mails \\(\\d+ open\\)"));
        assertThat(anna.locator("li.my-work a")).isVisible();
        assertThat(anna.locator("li.mails")).hasCount(0);

        lea.locator("li.mails a").click();
        assertThat(lea.locator("h1")).hasText("Mails without a ticket");
        lea.getByText("Figures of groups").click();
        assertThat(lea.locator("tandem-waiting-mails")).hasText(Pattern.compile("\\(\\d+ open\\)"));
    }

    @Test
    void anAgentReadsThatASenderIsNotProven(Visitors visitors) {
        var customer = visitors.customer();
        customer.writes("Please send it to my new address, I want a person");
        customer.sees("QUEUE");
        sql.sql("update message set sender_doubted = true where ticket = ? and author = 'CUSTOMER'")
                .param(customer.ticket())
                .update();

        var anna = visitors.agent("anna");
        anna.findsAmongMyGroupsTickets(customer.ticketNumber());

        assertThat(anna.page().locator("tandem-conversation .doubted"))
                .containsText("Sender not proven. The mail server says");
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "doubted");
    }

    @Test
    void aLeadIsAskedOnceBeforeAMailIsDismissed(Visitors visitors) {
        var second = arrives("QUARANTINED", "NO_SENDER", null, "Second", "Subject: Second\r\n\r\nHi\r\n");
        var first = arrives("QUARANTINED", "NO_SENDER", null, "First", "Subject: First\r\n\r\nHello\r\n");
        var page = lea(visitors, Visitor.german());
        var mail = mail(page, first);

        opens(page, mail);
        assertThat(mail.locator("[data-action=ticket]")).hasCount(0);
        assertThat(mail.locator(".not")).containsText("keine Adresse");
        presses(page, mail, "dismiss");
        assertThat(page.locator("dialog")).containsText("Die Mail bleibt gespeichert");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(mail.locator("[data-action=dismiss]")).isFocused();

        page.keyboard().press("Enter");
        page.locator("dialog [data-action=confirm]").focus();
        page.keyboard().press("Enter");

        assertThat(mail).containsText("wurde verworfen");
        assertThat(page.locator("tandem-mails > [role=status]")).containsText("„First“ wurde verworfen");
        assertThat(mail(page, second).locator("summary").first()).isFocused();
    }

    @Test
    void whatSomebodyElseHasDecidedIsSaid(Visitors visitors) {
        visitors.expectInConsole("409");
        var id = arrives("ASIDE", "LIST", karla, "News", NEWSLETTER.formatted(karla, "News"));
        var page = lea(visitors, Visitor.english());
        var mail = mail(page, id);
        opens(page, mail);
        assertThat(mail.locator(".text")).containsText("my parcel");
        sql.sql("update mail set state = 'DISMISSED' where id = ?")
                .param(UUID.fromString(id))
                .update();

        presses(page, mail, "ticket");

        assertThat(mail.locator("[role=alert]:not([hidden])")).containsText("Somebody else has just decided");
        page.locator("tandem-mail-list[data-list=aside] [data-action=reload]").click();
        assertThat(mail).hasCount(0);
        assertThat(page.locator("#list-aside")).isFocused();
    }

    @Test
    void manyMailsComePageByPageAndNoneIsPassedOver(Visitors visitors) {
        var oldest = arrives("QUARANTINED", "FAILED", karla, "The oldest of them", "Subject: x\r\n\r\ny\r\n");
        for (int i = 0; i < 20; i++) arrives("QUARANTINED", "FLOOD", karla, "Matter " + i, "Subject: x\r\n\r\ny\r\n");
        var page = lea(visitors, Visitor.english());
        var list = page.locator("tandem-mail-list[data-list=quarantine]");
        assertThat(list.locator("tandem-mail")).hasCount(20);
        assertThat(list.locator(".pager")).containsText("Page 1 of");
        assertThat(mail(page, oldest)).hasCount(0);

        list.locator("[data-action=older]").focus();
        page.keyboard().press("Enter");
        assertThat(mail(page, oldest)).isVisible();
        assertThat(page.locator("#list-quarantine")).isFocused();
        list.locator("[data-action=newer]").click();
        assertThat(mail(page, oldest)).hasCount(0);

        var first = list.locator("tandem-mail").first();
        opens(page, first);
        presses(page, first, "dismiss");
        page.locator("dialog [data-action=confirm]").click();
        assertThat(first).containsText("was dismissed");
        list.locator("[data-action=older]").click();
        assertThat(mail(page, oldest)).isVisible();
    }

    @Test
    void aListThatCannotBeLoadedSaysSo(Visitors visitors) {
        visitors.expectInConsole("Failed to load resource");
        var page = visitors.page(Visitor.english());
        page.route("**/api/mails/aside*", route -> route.abort());
        LogInPage.opens(page, visitors.home() + "/mails").signsIn("otto");

        var list = page.locator("tandem-mail-list[data-list=aside]");
        var failure = list.locator("> section > [role=alert]");
        assertThat(failure).containsText("cannot be loaded just now");
        page.unroute("**/api/mails/aside*");
        list.locator("[data-action=reload]").click();
        assertThat(failure).isHidden();
        assertThat(page.locator("#list-aside")).isFocused();
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void thePageIsAccessibleAndFitsItsScreen(Visitor look, Visitors visitors) {
        arrives("ASIDE", "LIST", karla, "Sommerschlussverkauf: alles reduziert", NEWSLETTER.formatted(karla, "News"));
        arrives("QUARANTINED", "NOT_FETCHED", null, "", "");
        arrives("QUARANTINED", "FAILED", karla, "Rechnung WK-12345678", "From: " + karla + "\r\n\r\nBitte prüfen.\r\n");
        var doubted = arrives(
                "QUARANTINED",
                "FLOOD",
                karla,
                "Wo bleibt mein Paket? " + "x".repeat(70),
                "From: " + karla + "\r\nSubject: Paket\r\n\r\nWo bleibt mein Paket?\n\nGruß\nKarla\r\n");
        var page = lea(visitors, look);
        Accessibility.isGiven(page, "mails, folded");

        var list = page.locator("tandem-mail-list[data-list=quarantine]");
        for (int i = 0; i < 3; i++) opens(page, list.locator("tandem-mail").nth(i));
        opens(
                page,
                page.locator("tandem-mail-list[data-list=aside] tandem-mail").first());
        assertThat(mail(page, doubted).locator(".text")).containsText("Wo bleibt");
        Accessibility.isGiven(page, "mails, open");
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        picture(page, look, "open");

        presses(page, mail(page, doubted), "dismiss");
        Accessibility.isGiven(page, "mails, asked");
        picture(page, look, "asked");
    }

    /** To look at. */
    private static void picture(Page page, Visitor look, String what) {
        var name = "mails-%s-%s-%d.png".formatted(what, look.locale(), look.width());
        page.screenshot(
                new ScreenshotOptions().setPath(Path.of("target/browser", name)).setFullPage(true));
    }
}
