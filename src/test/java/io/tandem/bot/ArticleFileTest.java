package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.bot.Understanding.Autonomy;
import io.tandem.content.BrokenFile;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFileTest {

    private static final String GOOD = """
            ---
            id: refund-status
            topic: refunds
            title: "Refund: when?"
            autonomy: suggest
            needs: [order-number]
            questions:
              - where is my money
              - yes
            ---
            Within **five** working days.

            - as you paid
            """;

    @Test
    void anArticleIsReadAsItStands() {
        var article = read(GOOD);

        assertThat(article.language()).isEqualTo("en");
        assertThat(article.id()).isEqualTo("refund-status");
        assertThat(article.topic()).isEqualTo("refunds");
        assertThat(article.title()).isEqualTo("Refund: when?");
        assertThat(article.autonomy()).isEqualTo(Autonomy.SUGGEST);
        assertThat(article.needs()).containsExactly("order-number");
        assertThat(article.questions()).containsExactly("where is my money", "yes");
        assertThat(article.text()).isEqualTo("Within **five** working days.\n\n- as you paid");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkDoNoHarm() {
        assertThat(read("\uFEFF" + GOOD.replace("\n", "\r\n"))).isEqualTo(read(GOOD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: refund-status  | id: another         | line 2: the id has to be "refund-status"
            topic: refunds     | topic: Our Refunds  | line 3: a topic has small letters
            topic: refunds     | tpoic: refunds      | line 3: there is no entry "tpoic"
            topic: refunds     | title: Refund       | line 4: "title" stands here twice
            topic: refunds     | topic: [a, b]       | line 3: "topic" has to be a text
            autonomy: suggest  | autonomy: always    | line 5: autonomy is answer, suggest or off
            autonomy: suggest  | autonomy:           | line 5: "autonomy" is empty
            title: "Refund: when?" | title: Refund: when? | line 4: this is no YAML
            - where is my money | where is my money  | line 8
            questions:         | questions: []       | line 8
            """)
    void aBrokenArticleIsRefusedWithLineAndReason(String good, String bad, String reason) {
        assertThatThrownBy(() -> read(GOOD.replaceFirst(Pattern.quote(good), bad)))
                .isInstanceOf(BrokenFile.class)
                .hasMessageStartingWith("knowledge/en/refund-status.md, ")
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read(GOOD.replace("autonomy: suggest\n", "")))
                .hasMessageContaining("\"autonomy\" is missing");
        assertThatThrownBy(() -> read("Hello")).hasMessageContaining("line 1: an article begins with a line \"---\"");
        assertThatThrownBy(() -> read("---\nid: x\n")).hasMessageContaining("ends the front matter is missing");
        assertThatThrownBy(() -> read(GOOD.substring(0, GOOD.indexOf("Within"))))
                .hasMessageContaining("line 10: the answer is missing");
        assertThatThrownBy(() -> ArticleFile.read("knowledge/en/x.md", new byte[] {(byte) 0xC3, 0x28}))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> ArticleFile.read("knowledge/en/My Article.md", GOOD.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("small letters");
    }

    @Test
    void nothingIsBuiltFromWhatAnArticleNames() {
        var evil = GOOD.replace("\"Refund: when?\"", "!!javax.script.ScriptEngineManager [x]");

        assertThatThrownBy(() -> read(evil)).hasMessageContaining("line 4: this is no YAML: Global tag is not allowed");
    }

    private static Article read(String content) {
        return ArticleFile.read("knowledge/en/refund-status.md", content.getBytes(StandardCharsets.UTF_8));
    }
}
