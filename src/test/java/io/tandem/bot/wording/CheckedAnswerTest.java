package io.tandem.bot.wording;

import static io.tandem.bot.wording.Talk.ERSTATTUNG;
import static io.tandem.bot.wording.Talk.REFUND;
import static io.tandem.bot.wording.Talk.REFUND_PARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedAnswerTest {

    @Test
    void theMarksGoAndTheSourcesStandInTheirOrder() {
        var checked = new CheckedAnswer(
                "Sent back bulky goods cost 4.95 € of your refund [2].\n\nThe refund takes 5 business days. [1][2]",
                List.of(REFUND, REFUND_PARTS));

        assertThat(checked.text())
                .isEqualTo("Sent back bulky goods cost 4.95 € of your refund.\n\nThe refund takes 5 business days.");
        assertThat(checked.sources()).containsExactly(REFUND_PARTS.source(), REFUND.source());
    }

    @Test
    void oneMarkCanNameSeveral() {
        assertThat(new CheckedAnswer("Your refund arrives [1, 2].", List.of(REFUND, REFUND_PARTS)).sources())
                .containsExactly(REFUND.source(), REFUND_PARTS.source());
    }

    @Test
    void aListBelongsToWhatIsSaidBeforeIt() {
        var text = "This is how your refund comes [1]:\n\n1. The return arrives.\n2. You get your refund.";

        assertThat(new CheckedAnswer(text, List.of(REFUND)).text()).startsWith("This is how your refund comes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your refund costs nothing [1].",
                "Write to service@shop.example about your refund [1].",
                "See https://shop.example/refund for your refund [1].",
                "Your refund, <NAME_1>, is coming [1].",
                "Your **refund** takes **5 business days** [1]."
            })
    void whatTheArticleHasMayBeSaid(String said) {
        assertThat(new CheckedAnswer(said, List.of(REFUND)).sources()).containsExactly(REFUND.source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your refund is coming.                                        | cites nothing
            Your refund is coming [1].\\n\\nWe add a gift to your refund. | cites nothing
            Your refund is coming 【1】.                                   | cites nothing
            Your refund is coming [7].                                    | not given
            Your refund is coming [0].                                    | not given
            Your refund is coming [1, 3].                                 | not given
            [1]                                                           | empty
            Your refund takes 6 business days [1].                        | number
            Your refund takes 5 days [1].                                 | number
            Your refund is 1**0**0 [1].                                   | number
            Your refund is 1\\_0 [1].                                     | number
            Your refund takes ٧ business days [1].                        | number
            Your refund comes on the 3rd of March [1].                    | date
            Your refund comes on Monday [1].                              | date
            Your refund is at https://shop.example/other [1].             | link
            Your refund is at www.evil.example [1].                       | link
            Your refund is at evil.example/refund [1].                    | link
            Your refund is [here](/elsewhere) [1].                        | link
            Your refund is [here](javascript:alert) [1].                  | link
            Write to other@shop.example about your refund [1].            | link
            Call 030 1234567 about your refund [1].                       | link
            Your <b>refund</b> is coming [1].                             | HTML
            Your refund <script>alert()</script> [1].                     | HTML
            Your refund ![x](https://shop.example/refund) [1].            | HTML
            Your refund is &#49;00 [1].                                   | HTML
            Roses bloom softly, violets shine, poetry sparkles [1].       | words
            """)
    void whatItDoesNotHaveMayNot(String said, String why) {
        assertThatThrownBy(() -> new CheckedAnswer(said.replace("\\n", "\n"), List.of(REFUND)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(why);
    }

    @Test
    void onlyArticlesThatAreCitedCount() {
        assertThatThrownBy(() -> new CheckedAnswer("Your refund is 4,95 € less [1].", List.of(REFUND, REFUND_PARTS)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("number");
    }

    @Test
    void anAnswerAsLongAsABookIsNone() {
        assertThatThrownBy(() -> new CheckedAnswer("Your refund. ".repeat(400) + "[1]", List.of(REFUND)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Erstattung kommt binnen 5 Werktagen, bis EUR 1.000 am selben Tag [1].",
                "Das gilt für jede Erstattung seit 3.3.2026 [1]."
            })
    void germanFiguresInOtherSpellingsMayBeSaid(String said) {
        assertThat(new CheckedAnswer(said, List.of(ERSTATTUNG)).sources()).containsExactly(ERSTATTUNG.source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Erstattung kommt binnen 5 Tagen [1].",
                "Die Erstattung beträgt bis 1.000 CHF [1].",
                "Die Erstattung gilt seit dem 4. März 2026 [1].",
                "Die Erstattung gilt seit März 2025 [1]."
            })
    void germanFiguresOfAnotherMeaningMayNot(String said) {
        assertThatThrownBy(() -> new CheckedAnswer(said, List.of(ERSTATTUNG)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("number or a date");
    }
}
