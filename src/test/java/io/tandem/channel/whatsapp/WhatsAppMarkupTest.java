package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Markdown in WhatsApp. */
class WhatsAppMarkupTest {

    @Test
    void emphasisIsWhatsAppsOwn() {
        assertThat(WhatsAppMarkup.render(
                        "# All **about** it\n\nIt is **bold**, *slanted* and `mono`.\n\n```\nlong\n  code\n```"))
                .isEqualTo("*All about it*\n\nIt is *bold*, _slanted_ and `mono`.\n\n```long\n  code```");
    }

    @Test
    void aMarkWithinAWordWouldBeShown() {
        assertThat(WhatsAppMarkup.render("Liefer**zeit** and **Rück**gabe, (**but**)"))
                .isEqualTo("Lieferzeit and Rückgabe, (*but*)");
    }

    @Test
    void linksAreWrittenOut() {
        assertThat(WhatsAppMarkup.render("See [our **shop**](https://shop.example/a_b), <https://shop.example>, "
                        + "[mail](mailto:a@shop.example), [+49 30](tel:+4930) and [this](javascript:x)"))
                .isEqualTo("See our shop: https://shop.example/a_b, https://shop.example, mail: a@shop.example, "
                        + "+49 30: +4930 and this");
    }

    @Test
    void listsQuotesAndHtml() {
        assertThat(WhatsAppMarkup.render("> quoted\n\n1. one\n2. two\n\n<b>x</b>"))
                .isEqualTo("> quoted\n\n1. one\n2. two\n\n<b>x</b>");
    }
}
