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
                "https://shop.example/a_b_c?x=1&y=2",
                "Grüße, Jürgen! (Straße 5; 10:30 Uhr) – 20% \"off\", it's ~5 days",
                "Total\n===\nSum\n---\nx | y\n---|---\n1 | 2",
                "* one\n+ two\n10) ten\n-5 degrees\n--\n***\n___",
                "`code` ``more`` ~~gone~~ ~~~\n~~~\n~~~",
                "&copy; &#35; &lt;b&gt; R&D a & b",
                "__init__ _a_ a_b_ __ a__b snake_case *2*3* \\ \\* [x]: http://y ![i](http://z)",
                "<script>alert('*')</script> <https://x.example> a < b",
                "> quoted\n>> twice\n####### seven\n###### six\n#none"
            })
    void whatSomebodyTypedReadsAsTheyTypedIt(String typed) {
        var escaped = Markdown.escaped(typed);

        assertThat(markdown.toPlain(escaped).replace('\u00a0', ' ')).isEqualTo(typed);
        assertThat(markdown.toHtml(escaped))
                .doesNotContain(
                        "<em>",
                        "<strong>",
                        "<li>",
                        "<a ",
                        "<h1>",
                        "<h2>",
                        "<h6>",
                        "<code>",
                        "<hr",
                        "<script",
                        "<blockquote",
                        "<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, Karla! It's done (at last): 20% off; see #12 - and 3.5 - 4.0 \"days\".",
                "https://help.shop.example/a_b-c/~d/?x=1&y=2#e.f",
                "Grüße aus Köln, 10:30 Uhr – Größe_XL",
                "R&D a > b, 1.5 + 2 = 3.5 | yes~"
            })
    void whatMeansNothingStaysAsItIs(String typed) {
        assertThat(Markdown.escaped(typed)).isEqualTo(typed);
    }

    @Test
    void itsBlocksAreAsTheyWereWritten() {
        assertThat(Markdown.blocks("# One\n\nTwo\nlines\n\n    code\n\n- a\n- b\n"))
                .containsExactly("# One", "Two\nlines", "    code", "- a\n- b");
    }
}
