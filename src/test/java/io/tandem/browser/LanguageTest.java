package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** German and English: by the browser, and by choice. */
@InChromium
@Tag("slow")
class LanguageTest {

    @Test
    void theChatSpeaksTheBrowsersLanguageUntilAnotherIsChosen(Visitors visitors) {
        var karla = visitors.customer(Visitor.german());
        assertThat(karla.greeting()).containsText("Hier schreibt zuerst eine Maschine");
        assertThat(karla.page()).hasTitle("Kundenservice · Tandem");

        karla.choosesLanguage("en");

        assertThat(karla.greeting()).containsText("A machine writes first here");
        assertThat(karla.page().locator("html")).hasAttribute("lang", "en");
        karla.reloads();
        assertThat(karla.greeting()).containsText("A machine writes first here");
        karla.writes("When will I get my refund?");
        assertThat(karla.hears("bot")).containsText("within 5 working days");
    }

    @Test
    void whoReadsNeitherIsMetInEnglish(Visitors visitors) {
        var luc = visitors.customer(new Visitor("fr-FR", 1280, 800, false, false));

        assertThat(luc.greeting()).containsText("A machine writes first here");
    }

    @Test
    void theLogInAndTheAgentsFormSpeakGermanToo(Visitors visitors) {
        var door = visitors.page(Visitor.german());
        door.navigate(visitors.home() + "/login");
        assertThat(door.locator("h1")).hasText("Bei Tandem anmelden");

        var karla = visitors.customer(Visitor.german());
        karla.writes("Ich will mit einem Menschen sprechen");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna", Visitor.german());
        var ticket = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        assertThat(ticket.action("reply-wait")).containsText("Antworten und warten");
        assertThat(ticket.brief()).containsText("Ich will mit einem Menschen sprechen");
    }

    /** Two languages would overtake one another: the engine's page counts time in the one whose file comes last. */
    @Test
    void tasklistLoadsTheWordsOfOneLanguage(Visitors visitors) {
        var anna = visitors.agent("anna", Visitor.german());

        var loaded = anna.page()
                .evaluate("performance.getEntriesByType('resource').map(({ name }) => name)"
                        + ".filter((name) => name.includes('/locales/')).map((name) => name.replace(/.*locales.|[?].*/g, ''))"
                        + ".join()");

        Assertions.assertThat(loaded).isEqualTo("de.json");
    }
}
