package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import io.tandem.story.AgentAtDesk;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents and a customer, all with their pages open: nobody gives a ticket away to get help. */
@InChromium
@Tag("slow")
class ColleaguesTest {

    private static final String MINE = "My tickets";
    private static final String GROUPS = "My groups' tickets";

    private ChatPage karla;
    private TasklistPage anna;
    private TicketForm annas;

    @BeforeEach
    void annaHasATicket(Visitors visitors) {
        karla = visitors.customer();
        karla.writes("human please, my blender sings");
        karla.sees("QUEUE");
        anna = visitors.agent("anna");
        annas = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        annas.claims();
    }

    @Test
    void whoIsNamedInANoteFindsItInTheirListAndAnswers(Visitors visitors) {
        annas.all().locator("[data-mode=note]").click();
        annas.note().pressSequentially("Have you seen this, @b");
        assertThat(annas.offer("ben")).isVisible();
        assertThat(annas.note()).hasAttribute("aria-activedescendant", Pattern.compile("mentions-.*-0"));
        annas.note().press("Enter");
        assertThat(annas.note()).hasValue("Have you seen this, @Ben ");
        annas.note().press("Control+Enter");
        annas.hears("agent", "Have you seen this, @Ben");

        var bens = visitors.agent("ben").findsQuestion(MINE, karla.ticketNumber());
        assertThat(bens.word("asked")).containsText("Anna names you");
        assertThat(bens.all()).containsText("human please, my blender sings");
        bens.answers("It is the new model, they all do");

        annas.hears("agent", "It is the new model, they all do");
        annas.isHeldBy("me");
        assertThat(karla.sees("AGENT")).containsText("Anna");
        assertThat(karla.page().getByText("new model")).hasCount(0);
    }

    @Test
    void whoeverAskedLearnsOfTheAnswerEvenWithoutTheTicket(Visitors visitors) {
        annas.asks("user:ben", "Is the new model in stock?");
        assertThat(annas.all().locator("[data-question=Ben]")).isVisible();
        annas.repliesAndWaits("One moment, I am asking");
        karla.hears("agent", "One moment, I am asking");

        var bens = visitors.agent("ben").findsQuestion(MINE, karla.ticketNumber());
        assertThat(bens.word("asked")).containsText("Is the new model in stock?");
        assertThat(bens.action("done")).isHidden();
        bens.answers("Three of them");

        var outcome = anna.findsQuestion(MINE, karla.ticketNumber());
        assertThat(outcome.word("answer")).containsText("Three of them");
        outcome.action("done").click();
        outcome.hasLeft();
    }

    @Test
    void ofAGroupTheSlowerOneIsToldAndKeepsTheText(Visitors visitors) {
        annas.asks("group:agents", "Who knows blenders?");
        var bens = visitors.agent("ben").findsQuestion(GROUPS, karla.ticketNumber());
        var again = anna.opensAnotherTab(visitors.home()).findsQuestion(GROUPS, karla.ticketNumber());
        bens.answer().fill("I do, a bit");

        again.answers("Found it out myself");

        assertThat(bens.notice()).containsText("Anna was faster: the question has been answered.");
        assertThat(bens.notice()).containsText("Your text stays here.");
        assertThat(bens.answer()).hasValue("I do, a bit");
        bens.action("close").click();
        bens.hasLeft();
        annas.isHeldBy("me");
    }

    @Test
    void whoElseReadsOrTypesIsShownAndGoneWithThem(Visitors visitors) {
        annas.asks("user:ben", "Is the new model in stock?");
        var ben = visitors.agent("ben");
        var bens = ben.findsQuestion(MINE, karla.ticketNumber());
        assertThat(annas.reader("ben")).hasText("Ben is reading");

        bens.answer().pressSequentially("Three");
        assertThat(annas.reader("ben")).hasText("Ben is typing");
        assertThat(annas.reader("ben")).hasText("Ben is reading");

        ben.closesTheTab();
        assertThat(annas.reader("ben")).hasCount(0);
        assertThat(karla.page().getByText("Ben")).hasCount(0);
    }

    @Test
    void whoOpensATicketThatAColleagueHasIsToldAtOnce(Visitors visitors) {
        var task = AgentAtDesk.signsIn(visitors.port(), "anna").taskOf(karla.ticket());
        var ben = visitors.agent("ben");

        ben.page().navigate(visitors.home() + "/camunda/app/tasklist/default/#/?task=" + task);

        var bens = new TicketForm(ben.page(), karla.ticketNumber());
        assertThat(bens.notice()).containsText("Anna has taken this ticket.");
        assertThat(bens.action("reply-wait")).isDisabled();
    }

    @Test
    void theWordWithWhichATicketComesStandsFirst(Visitors visitors) {
        annas.passesOn("user:ben", "You know blenders");

        var bens = visitors.agent("ben").findsAmongMyTickets(karla.ticketNumber());

        assertThat(bens.word("passed")).containsText("You know blenders");
    }

    @Test
    void theSecondMatterIsChosenByWordsThatCanBeRead(Visitors visitors) {
        var lena = visitors.customer();
        lena.writes("When will I get my refund?");
        lena.hears("bot");
        lena.presses("Talk to a person");
        lena.sees("QUEUE");
        var form = visitors.agent("anna").findsAmongMyGroupsTickets(lena.ticketNumber());

        var dialog = form.more("split");

        assertThat(dialog).containsText("Time to the warehouse:");
        assertThat(dialog).not().containsText("**");
    }

    @Test
    void twoMattersBecomeTwoTicketsAndOneAgain(Visitors visitors) {
        var first = karla.ticketNumber();
        karla.writes("And where is my refund?");
        annas.hears("customer", "And where is my refund?");
        var dialog = annas.more("split");
        dialog.locator("label").filter(new FilterOptions().setHasText("refund")).click();
        annas.confirms();
        assertThat(dialog).isHidden();

        assertThat(karla.hears("system", "Your second matter now has a ticket of its own"))
                .isVisible();
        karla.page().locator("[data-matter]").click();
        assertThat(karla.page().locator("[aria-current=true]")).not().containsText("" + first);
        var second = karla.ticketNumber();
        karla.hears("customer", "And where is my refund?");
        assertThat(karla.sees("AGENT")).containsText("Anna");
        assertThat(karla.page().getByText("my blender sings")).hasCount(0);
        assertThat(annas.related(second)).hasAttribute("data-relation", "split_off");
        annas.related(second).locator("[data-view]").click();
        assertThat(annas.all().locator("dialog[open]")).containsText("And where is my refund?");
        annas.action("close-view").click();

        var merge = annas.more("merge");
        annas.confirms();
        assertThat(merge).containsText("Merge ticket #" + second + " into #" + first + "?");
        annas.confirms();
        assertThat(merge).isHidden();

        assertThat(annas.related(second).and(annas.all().locator("[data-relation=merged]")))
                .isVisible();
        assertThat(karla.hears("system", "We have put your matters together")).isVisible();
        assertThat(karla.page().locator("tandem-header .subtitle")).containsText("" + first);
        karla.writes("Thank you both");
        annas.hears("customer", "Thank you both");
    }

    @Test
    void ticketsOfTwoCustomersAreLinked(Visitors visitors) {
        var luc = visitors.customer();
        luc.writes("human please, mine sings, too");
        luc.sees("QUEUE");
        var dialog = annas.more("link");
        dialog.locator("[data-field=link-number]").fill("999999");
        visitors.expectInConsole("status of 404");
        annas.confirms();
        assertThat(dialog.locator("[role=alert]")).containsText("There is no such ticket");

        dialog.locator("[data-field=link-number]").fill("" + luc.ticketNumber());
        annas.confirms();

        assertThat(annas.related(luc.ticketNumber())).isVisible();
        var bens = visitors.agent("ben").findsAmongMyGroupsTickets(luc.ticketNumber());
        assertThat(bens.related(karla.ticketNumber())).hasAttribute("data-relation", "link");
        bens.related(karla.ticketNumber()).locator("[data-unlink]").click();
        assertThat(annas.related(luc.ticketNumber())).hasCount(0);
    }

    @Test
    void workingTogetherIsAccessible(Visitors visitors) {
        karla.writes("And where is my refund?");
        annas.hears("customer", "And where is my refund?");
        for (var act : new String[] {"ask", "split", "merge", "link"}) {
            annas.more(act);
            Accessibility.isGivenWithin(anna.page(), "tandem-ticket", act);
            anna.page().keyboard().press("Escape");
        }
        annas.action("more").click();
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "menu");
        anna.page().keyboard().press("Escape");
        annas.all().locator("[data-mode=note]").click();
        annas.note().pressSequentially("@");
        assertThat(annas.offer("ben")).isVisible();
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "mention");
        annas.note().press("Escape");
        annas.asks("user:ben", "Is the new model in stock?");
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "asked");
        var ben = visitors.agent("ben");
        ben.findsQuestion(MINE, karla.ticketNumber());
        Accessibility.isGivenWithin(ben.page(), "tandem-ticket", "question");
    }
}
