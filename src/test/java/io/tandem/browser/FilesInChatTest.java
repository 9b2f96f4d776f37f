package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.tandem.story.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Pictures and papers go to and fro. */
@InChromium
@Tag("slow")
class FilesInChatTest {

    static final List<Visitor> LOOKS =
            List.of(Visitor.english(), Visitor.german().onThePhone().inTheDark());

    private static final byte[] LABEL = SampleFiles.text("%PDF-1.4 return label");

    /** Chromium itself reports what the server refuses. */
    private static final String REFUSED = "415";

    @Test
    void karlaShowsABrokenCupAndAnnaSendsALabel(Visitors visitors) throws IOException {
        var karla = visitors.customer();
        var photo = SampleFiles.jpeg(1200, 900);
        chooses(karla, file("cup.jpg", photo), file("invoice.pdf", SampleFiles.pdf()));
        assertThat(there(karla)).hasCount(2);
        karla.writes("My cup arrived broken, human please");
        karla.hasSent("My cup arrived broken, human please");
        assertThat(karla.hears("customer").locator("tandem-files li")).hasCount(2);
        assertThat(karla.hears("customer").locator("img[src^='data:image/jpeg']"))
                .isVisible();
        assertThat(there(karla)).hasCount(0);
        karla.sees("QUEUE");

        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        var shown = ticket.hears("customer", "broken").locator("tandem-attachments");
        assertThat(shown.locator("img")).isVisible();
        assertThat(shown).containsText("invoice.pdf");
        assertThat(content(anna.page()
                        .waitForDownload(() ->
                                shown.locator("[data-action=download]").first().click())))
                .isEqualTo(photo);
        ticket.attaches(file("return label.pdf", LABEL));
        ticket.repliesAndWaits("Here is your label");

        var reply = karla.hears("agent", "Here is your label");
        var download = karla.page()
                .waitForDownload(() -> reply.locator("[data-action=download]").click());
        assertThat(download.suggestedFilename()).isEqualTo("return label.pdf");
        assertThat(content(download)).isEqualTo(LABEL);
    }

    @Test
    void aFileNeedsNoWordsAndCanBePastedOrDropped(Visitors visitors) {
        var karla = visitors.customer();
        bring(karla, "paste", "tandem-composer textarea");
        assertThat(there(karla)).hasCount(1);
        bring(karla, "drop", "tandem-log .scroller");
        assertThat(there(karla)).hasCount(2);

        karla.button("Send message").click();

        karla.sees("QUEUE");
        assertThat(karla.hears("customer").locator("tandem-files li")).hasCount(2);
        assertThat(karla.hears("customer").locator(".bubble")).hasCount(0);
    }

    private static void bring(ChatPage customer, String how, String where) {
        customer.page().locator(where).evaluate("""
                        (place, how) => {
                          const data = new DataTransfer();
                          data.items.add(new File(['notes'], `${how}.txt`, { type: 'text/plain' }));
                          const options = { bubbles: true, composed: true, cancelable: true };
                          place.dispatchEvent(how === 'paste'
                            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
                            : new DragEvent('drop', { ...options, dataTransfer: data }));
                        }""", how);
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void whatCannotBeAttachedSaysWhyAndEverybodyCanTell(Visitor look, Visitors visitors) {
        visitors.expectInConsole(REFUSED);
        var karla = visitors.customer(look);
        chooses(
                karla,
                file("cup.png", SampleFiles.png(40, 30)),
                file("setup.exe", SampleFiles.windowsProgram()),
                file("film.mov", new byte[10 * 1024 * 1024 + 1]));
        assertThat(there(karla)).hasCount(1);
        var failed = karla.page().locator("tandem-picked [data-state=failed]");
        assertThat(failed).hasCount(2);
        assertThat(failed.filter(withText("setup.exe"))).containsText("(.exe)");
        assertThat(failed.filter(withText("film.mov"))).containsText("10 MB");
        Accessibility.isGiven(karla.page(), "files to be sent");

        failed.first().locator("button").press("Enter");
        assertThat(failed).hasCount(1);
        assertThat(karla.inputBox()).isFocused();
        karla.inputBox().press("Enter");

        karla.sees("QUEUE");
        assertThat(karla.hears("customer").locator("tandem-files li")).hasCount(1);
        assertThat(failed).hasCount(0);
        Accessibility.isGiven(karla.page(), "files sent");
    }

    @Test
    void withoutAConnectionNothingIsLost(Visitors visitors) {
        visitors.expectInConsole("ERR_INTERNET_DISCONNECTED");
        var karla = visitors.customer();
        karla.writes("human please");
        karla.hasSent("human please");

        karla.page().context().setOffline(true);
        chooses(karla, file("cup.jpg", SampleFiles.jpeg(40, 30)));
        karla.writes("Look at this");
        assertThat(karla.hears("customer", "Look at this")).hasAttribute("data-state", "sending");
        assertThat(karla.hears("customer", "Look at this").locator("tandem-files"))
                .containsText("cup.jpg");
        karla.page().context().setOffline(false);

        karla.hasSent("Look at this");
        assertThat(karla.hears("customer", "Look at this").locator("img[src]")).isVisible();
    }

    @Test
    void aReloadLosesNoFile(Visitors visitors) {
        var karla = visitors.customer();
        karla.page().route("**/api/attachments", route -> {
            if (route.request().method().equals("GET")) route.resume();
        }); // uploads hang
        chooses(karla, file("cup.jpg", SampleFiles.jpeg(40, 30)));
        karla.writes("human please, look");
        assertThat(karla.hears("customer", "look")).hasAttribute("data-state", "sending");
        chooses(karla, file("invoice.pdf", SampleFiles.pdf()));
        assertThat(karla.page().locator("tandem-picked li")).hasCount(1);

        karla.page().unroute("**/api/attachments");
        karla.reloads();

        karla.hasSent("human please, look");
        assertThat(karla.hears("customer", "look").locator("tandem-files")).containsText("cup.jpg");
        assertThat(there(karla)).hasCount(1);
        karla.writes("and this");
        karla.hasSent("and this");
        assertThat(karla.hears("customer", "and this").locator("tandem-files")).containsText("invoice.pdf");
    }

    @Test
    void aFileIsShownOnAShopsPageToo(Visitors visitors) {
        var page = visitors.page(Visitor.english());
        var karla = ChatPage.opens(page, visitors.shop().withChat(visitors.home()));
        chooses(karla, file("cup.jpg", SampleFiles.jpeg(400, 300)));
        karla.writes("human please");
        karla.hasSent("human please");

        assertThat(karla.hears("customer").locator("img[src]")).isVisible();
        var download = page.waitForDownload(
                () -> karla.hears("customer").locator("[data-action=download]").click());
        assertThat(download.suggestedFilename()).isEqualTo("cup.jpg");
    }

    @Test
    void annaKeepsAFileWithANoteThatKarlaNeverSees(Visitors visitors) {
        visitors.expectInConsole(REFUSED);
        var karla = visitors.customer();
        karla.writes("human please");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna");
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());

        ticket.attaches(file("macros.docm", SampleFiles.pdf()));
        assertThat(ticket.attached("failed")).containsText("(.docm)");
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "a file that was refused");
        ticket.types("Not without what I see");
        assertThat(ticket.action("reply-wait")).isDisabled();
        ticket.attached("failed").locator("[data-action=remove-file]").click();
        assertThat(ticket.action("reply-wait")).isEnabled();

        ticket.notesFile("Seen before", file("colleagues only.pdf", SampleFiles.pdf()));
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "a note with a file");
        karla.reloads();
        assertThat(karla.messages().filter(withText("colleagues only"))).hasCount(0);
    }

    private static void chooses(ChatPage customer, FilePayload... files) {
        customer.page().locator("tandem-composer input[type=file]").setInputFiles(files);
    }

    /** What the server has and the next message will take along. */
    private static Locator there(ChatPage customer) {
        return customer.page().locator("tandem-picked [data-state=there]");
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static byte[] content(Download download) throws IOException {
        return Files.readAllBytes(download.path());
    }
}
