package io.tandem.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.tandem.story.OtherSystem;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An agent asks whether an address is the customer's, too, and the customer proves it in the chat. */
@InChromium
class CustomersAddressesTest {

    private static final Pattern CODE = Pattern.compile("(?s).*\\*\\*(\\d{4} \\d{4})\\*\\*.*");

    @Test
    void annaAsksKarlaProvesAndAnnaSeesItAndTakesItBack(Visitors visitors) {
        var crm = OtherSystem.withCustomer(visitors.port());
        var karla = visitors.customer();
        karla.writes("human please, my blender sings");
        karla.sees("QUEUE");
        var anna = visitors.agent("anna");
        var form = anna.findsAmongMyGroupsTickets(karla.ticketNumber());
        form.claims();

        var dialog = form.more("address");
        assertThat(dialog.locator("[data-field=address-channel]")).hasValue("webhook-crm");
        dialog.locator("[data-field=address]").fill(crm.conversation());
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "another address");
        form.part("[data-action=do]").click();
        assertThat(form.part("[data-address=sent]")).isVisible();
        form.part("[data-action=cancel]").click();

        karla.hears("system", "We have sent a code");
        karla.writes(crm.hears("system").at("/message/text").asText().replaceAll(CODE.pattern(), "$1"));

        karla.hears("system", "the code is right");
        assertThat(line(form, "Confirmed: " + crm.conversation())).isVisible();
        var again = form.more("address");
        assertThat(again.locator("[data-asked=PROVEN]")).containsText("confirmed");
        again.locator("[data-action=remove-address]").click();
        assertThat(again.locator("[data-field=address-why]")).isFocused();
        Accessibility.isGivenWithin(anna.page(), "tandem-ticket", "remove an address");
        again.locator("[data-field=address-why]").fill("It is her mother's");
        again.locator("[data-action=confirm-removal]").click();
        assertThat(again.locator("[data-known]")).hasCount(0);
        form.part("[data-action=cancel]").click();
        assertThat(line(form, "It is her mother's")).isVisible();
    }

    private static Locator line(TicketForm form, String words) {
        return form.part(".system").filter(new Locator.FilterOptions().setHasText(words));
    }
}
