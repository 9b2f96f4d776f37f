package io.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** What axe-core finds on a page: nothing. */
final class Accessibility {

    private Accessibility() {}

    static void isGiven(Page page, String what) {
        check(new AxeBuilder(page), what);
    }

    static void isGivenWithin(Page page, String part, String what) {
        check(new AxeBuilder(page).include(part), what);
    }

    private static void check(AxeBuilder axe, String what) {
        assertThat(axe.analyze().getViolations())
                .as(what)
                .extracting(Accessibility::inWords)
                .isEmpty();
    }

    private static String inWords(Rule rule) {
        var where = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                .toList();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }
}
