package io.tandem.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
