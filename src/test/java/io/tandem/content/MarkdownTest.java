package io.tandem.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void asPlainTextItReadsAsIfSomebodyHadTypedIt() {
        var plain = markdown.toPlain("""
                You get your refund within **5 working days**
                after your return has arrived.

                - one
                - *two*
                  lines

                See [the terms](https://shop.example/terms).
                """);

        assertThat(plain).isEqualTo("""
                You get your refund within 5 working days after your return has arrived.

                - one
                - two lines

                See "the terms" (https://shop.example/terms).""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Look *here* & <there>",
                "    four blanks",
                "# none\n- of\n> this `means` [any](thing)",
                "Dear Karla,\nyour parcel_no is __1__\n\nAnna",
                "https://shop.example/a_b_c?x=1&y=2"
            })
    void whatSomebodyTypedReadsAsTheyTypedIt(String typed) {
        var escaped = Markdown.escaped(typed);

        assertThat(markdown.toPlain(escaped).replace('\u00a0', ' ')).isEqualTo(typed);
        assertThat(markdown.toHtml(escaped)).doesNotContain("<em>", "<strong>", "<li>", "<a ", "<h1>", "<code>");
    }

    @Test
    void itsBlocksAreAsTheyWereWritten() {
        assertThat(Markdown.blocks("# One\n\nTwo\nlines\n\n    code\n\n- a\n- b\n"))
                .containsExactly("# One", "Two\nlines", "    code", "- a\n- b");
    }
}
