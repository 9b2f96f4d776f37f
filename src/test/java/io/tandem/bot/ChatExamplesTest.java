package io.tandem.bot;

import static io.tandem.bot.TestKnowledge.conversation;
import static io.tandem.bot.TestKnowledge.customer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions that the chat itself offers: nobody's first press may end with a wrong answer. */
class ChatExamplesTest {

    private static final Bot BOT = TestKnowledge.articleBot(Wording.AS_WRITTEN);

    @ParameterizedTest
    @CsvSource({
        "de, 1, track-parcel", "en, 1, track-parcel",
        "de, 2, return-how", "en, 2, return-how",
        "de, 3, instalment-open", "en, 3, instalment-open",
        "de, 4, payment-reminder", "en, 4, payment-reminder"
    })
    void theExampleIsAnsweredFromItsArticle(String language, int number, String article) throws IOException {
        var question = texts(language).getProperty("chat.example." + number);

        var found = BOT.answer(conversation(language, customer(question)));

        assertThat(found.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.article()).isEqualTo(article));
        assertThat(found.confidence()).isGreaterThan(0.6);
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("processes/texts/messages_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
