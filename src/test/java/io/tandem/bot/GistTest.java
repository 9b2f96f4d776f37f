package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GistTest {

    private final Gist gist = new Gist(
            new Topics(TestKnowledge.articles(), TestKnowledge.LANGUAGES),
            new Signals(TestKnowledge.FOLDER, TestKnowledge.LANGUAGES));

    @Test
    void theSentenceThatNamesTheTopicIsTheMatter() {
        var words = """
                Guten Tag,
                wir sind seit vielen Jahren sehr zufriedene Kunden bei Ihnen und hatten noch nie Ärger.
                Leider ist die Vase zerbrochen bei uns angekommen. Was nun?
                Mit freundlichen Grüßen
                Karla Kolumna""";

        assertThat(gist.matter(words, "damaged-goods", "de"))
                .isEqualTo("Leider ist die Vase zerbrochen bei uns angekommen.");
    }

    @Test
    void withoutATopicTheSentenceThatSaysMostIs() {
        assertThat(gist.matter("Hello! It broke. My blender plays the national anthem every night.", null, "en"))
                .isEqualTo("My blender plays the national anthem every night.");
    }

    @Test
    void theWishForAPersonIsTheMatterOnlyIfThereIsNothingElse() {
        assertThat(gist.matter("Ich will mit einem Menschen sprechen. Die Lampe flackert.", null, "de"))
                .isEqualTo("Die Lampe flackert.");
        assertThat(gist.matter("Ich will mit einem Menschen sprechen", null, "de"))
                .isEqualTo("Ich will mit einem Menschen sprechen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "😡😡", "\u0000\u200b", "12345678"})
    void wordsWithoutAnyMatterStayAsTheyAre(String words) {
        assertThat(gist.matter(words, "refund-status", "en")).isEqualTo(words.strip());
        assertThat(gist.wanted(words.replace("?", ""), "en")).isEmpty();
    }

    @Test
    void whatTheCustomerAsksForIsFoundWhereverItStands() {
        assertThat(gist.wanted("The vase came in pieces. Please send me a new one. I am at home on Friday.", "en"))
                .hasValue("Please send me a new one.");
        assertThat(gist.wanted("Die Vase ist kaputt. Ich möchte mein Geld zurück. Vielen Dank!", "de"))
                .hasValue("Ich möchte mein Geld zurück.");
        assertThat(gist.wanted("Die Vase ist kaputt. Bekomme ich eine neue?", "de"))
                .hasValue("Bekomme ich eine neue?");
    }

    @Test
    void theWishForAPersonIsNotWhatTheyWant() {
        assertThat(gist.wanted("The vase is broken. I want to talk to a human, please.", "en"))
                .isEmpty();
    }

    @Test
    void aVeryLongMessageIsReadInItsBeginning() {
        var words = "The vase is broken. ".repeat(50_000) + "Please call the fire brigade.";

        assertThat(gist.matter(words, null, "en")).isEqualTo("The vase is broken.");
        assertThat(gist.wanted(words, "en")).isEmpty();
    }
}
