package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.Languages;
import io.tandem.content.SpokenLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenLanguageTest {

    private final SpokenLanguage spoken = new SpokenLanguage(TestKnowledge.LANGUAGES);

    @ParameterizedTest
    @CsvSource({"de, en", "en, de"})
    void aClearSentenceIsRecognizedInTheOtherLanguagesChat(String language, String other) {
        for (var message : LabelledMessages.in("messages.tsv", language)) {
            if (message.is("oos")) continue;
            assertThat(spoken.of(message.text(), language)).as(message.text()).isEqualTo(language);
            if (message.text().length() > 30)
                assertThat(spoken.of(message.text(), other)).as(message.text()).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Where is my parcel?, de, en",
        "I need help with my order, de, en",
        "real person please, de, en",
        "Wo ist mein Paket?, en, de",
        "Ich brauche Hilfe, en, de"
    })
    void aShortSentenceIsEnough(String text, String ticket, String expected) {
        assertThat(spoken.of(text, ticket)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "Hallo",
                "ok",
                "Retoure",
                "storno bitte",
                "WK-12345678",
                "👍",
                "Newsletter",
                "Max@example.com"
            })
    void whatTellsNothingLeavesTheTicketsLanguage(String text) {
        assertThat(spoken.of(text, "de")).isEqualTo("de");
        assertThat(spoken.of(text, "en")).isEqualTo("en");
    }

    @Test
    void onlyOurLanguagesAreTold() {
        assertThat(spoken.of("Où est mon colis, je l'attends depuis une semaine", "de"))
                .isIn("de", "en");
        assertThat(new SpokenLanguage(new Languages(List.of("de"))).of("Where is my parcel, please?", "de"))
                .isEqualTo("de");
        assertThat(new SpokenLanguage(new Languages(List.of("de", "en", "fr")))
                        .of("Où est mon colis, je l'attends depuis une semaine", "de"))
                .isEqualTo("fr");
    }

    @Test
    void aLanguageWithoutAProfileDoesNotStopTheOthers() {
        var withKlingon = new SpokenLanguage(new Languages(List.of("de", "en", "xx")));

        assertThat(withKlingon.of("Where is my parcel, please?", "de")).isEqualTo("en");
        assertThat(withKlingon.of("Where is my parcel, please?", "xx")).isEqualTo("en");
    }
}
