package io.tandem.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Markdown in Telegram: only its tags, and all else is text. */
class TelegramMarkupTest {

    @Test
    void paragraphsListsAndHeadingsReadAsPeopleTypeThem() {
        assertThat(TelegramMarkup.render("""
                        # Returns

                        You have **30 days**.
                        It is *free*.

                        - pack it
                        - print the label
                          1. log in
                          2. press “Label”
                        - hand it in

                        Bye""")).isEqualTo("""
                        <b>Returns</b>

                        You have <b>30 days</b>. It is <i>free</i>.

                        • pack it
                        • print the label
                           1. log in
                           2. press “Label”
                        • hand it in

                        Bye""");
    }

    @Test
    void aLooseListKeepsItsParagraphsTogether() {
        assertThat(TelegramMarkup.render("3. first\n\n   more of it\n\n4. second"))
                .isEqualTo("3. first\n   more of it\n4. second");
    }

    @Test
    void htmlIsShownAsText() {
        assertThat(TelegramMarkup.render("<script>alert('x')</script>\n\na <b>bold</b> & \"quoted\" 1 < 2"))
                .isEqualTo(
                        "&lt;script&gt;alert('x')&lt;/script&gt;\n\na &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; 1 &lt; 2");
    }

    @Test
    void linksLeadToTheWebToMailAndToTelephonesOnly() {
        assertThat(TelegramMarkup.render("[Shop](https://shop.example/?a=1&b=2)"))
                .isEqualTo("<a href=\"https://shop.example/?a=1&amp;b=2\">Shop</a>");
        assertThat(TelegramMarkup.render("[us](mailto:a@shop.example) [call](tel:+4930123)"))
                .isEqualTo("<a href=\"mailto:a@shop.example\">us</a> <a href=\"tel:+4930123\">call</a>");
        assertThat(TelegramMarkup.render("[x](javascript:alert(1)) [y](tg://user?id=1) [z](/articles/de/a)"))
                .isEqualTo("x y z");
        assertThat(TelegramMarkup.render("![A cup](https://shop.example/cup.png)"))
                .isEqualTo("<a href=\"https://shop.example/cup.png\">A cup</a>");
        assertThat(TelegramMarkup.render("[x](<https://shop.example/\"onclick=\"a>)"))
                .doesNotContain("<a");
    }

    @Test
    void codeStandsInNoOtherTag() {
        assertThat(TelegramMarkup.render("Type `a<b` and **not `c`**\n\n```java\nif (a && b)\n```"))
                .isEqualTo("Type <code>a&lt;b</code> and <b>not c</b>\n\n<pre>if (a &amp;&amp; b)</pre>");
    }

    @Test
    void aQuoteStandsInNoQuote() {
        assertThat(TelegramMarkup.render("> He said\n>\n> > `never`\n>\n> ```\n> x\n> ```"))
                .isEqualTo("<blockquote>He said\n\n<code>never</code>\n\nx</blockquote>");
    }
}
