package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tandem.bot.Understanding.Mood;
import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTest {

    private final Signals signals = new Signals(TestKnowledge.FOLDER, TestKnowledge.LANGUAGES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich will mit einem Menschen sprechen",
                "ich möchte bitte mit einem Mitarbeiter reden!",
                "kein Bot mehr",
                "Mensch bitte",
                "Verbinden Sie mich mit einem echten Menschen.",
                "Kann mich mal jemand anrufen?",
                "real person please",
                "I want to speak to a human",
                "Can I talk to someone, please?",
                "agent",
                "no more bots",
                "put me through to customer service",
                "I don’t want to talk to a bot"
            })
    void theWishForAPersonIsHeard(String text) {
        assertThat(signals.wantsHuman(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wo ist mein Paket?",
                "Ist der Tisch groß genug für acht Personen?",
                "Der Fahrer sollte mich anrufen, hat er aber nicht",
                "Gibt es einen Mitarbeiterrabatt?",
                "Ich brauche keinen Rückruf, danke",
                "Where is my parcel?",
                "The parcel was handed to another person",
                "Do you sell cleaning agents?",
                "The courier should call me before delivery",
                "Is this cream safe for humans?",
                "Thank you, that helped"
            })
    void whatOnlyLooksLikeItIsNot(String text) {
        assertThat(signals.wantsHuman(text)).isFalse();
    }

    @Test
    void aRealWishBesideALookalikeCounts() {
        assertThat(signals.wantsHuman("The courier should call me before delivery. Now let me speak to a human!"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "de, CALM, Wann kommt mein Paket?",
        "de, ANNOYED, Das Paket ist immer noch nicht da",
        "de, FURIOUS, So eine Frechheit!!! Ihr seid Betrüger",
        "de, DISTRESSED, Ich habe meine Arbeit verloren und bin verzweifelt",
        "en, CALM, When will my parcel arrive?",
        "en, ANNOYED, I am really disappointed with this",
        "en, FURIOUS, How dare you! This is a scam",
        "en, DISTRESSED, 'I lost my job, I am desperate'"
    })
    void theMoodIsRead(String language, Mood mood, String text) {
        assertThat(signals.mood(text, language)).isEqualTo(mood);
    }

    @Test
    void aBrokenFileIsRefusedAndTheLastGoodOneStays(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("knowledge"));
        var file = folder.resolve("knowledge/signals_en.yml");
        Files.writeString(file, "wantsHuman:\n  - real person\n");
        var own = new Signals(ProcessFolder.at(folder), TestKnowledge.LANGUAGES);
        assertThat(own.wantsHuman("a real person")).isTrue();

        Files.writeString(file, "wantsHuman:\n  - (real person\n");
        own.readAgain();
        assertThat(own.wantsHuman("a real person")).isTrue();

        Files.writeString(file, "wantsHuman:\n  - living soul\n");
        own.readAgain();
        assertThat(own.wantsHuman("a real person")).isFalse();
        assertThat(own.wantsHuman("A living, soul?")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wantsHuman:\\n  - good\\n  - (open       | line 3: "(open" is not understood
            wantsHuman:\\n  - Capital               | line 2: "Capital" is not understood
            wantsHuman:\\n  - (maybe)?              | line 2: "(maybe)?" needs at least one word
            wantsHumans:\\n  - real person          | line 2: there is no entry "wantsHumans"
            wantsHuman: real person                 | line 1: "wantsHuman" has to be a list
            """)
    void aBrokenFileIsExplained(String yaml, String reason) {
        var bytes = yaml.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SignalFile.read("knowledge/signals_en.yml", bytes))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("knowledge/signals_en.yml, " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "talk ... person, talk to a real living person, true",
        "talk ... person, talk one two three four five person, false",
        "talk ... person, talk person, true",
        "human*, all humans here, true",
        "human, all humans here, false",
        "(speak|talk) to (a|an)? agent*, may I TALK to agents?, true",
        "(speak|talk) to (a|an)? agent*, talk to an old agent, false",
        "bitte ... (zurueck*|moegl*), Bitte rufen Sie mich zurück, true",
        "dont stop, Don’t stop!, true"
    })
    void phrasesAreLookedForAsTheirOwnersWriteThem(String phrase, String text, boolean found) {
        assertThat(new Phrase(phrase).isIn(Phrase.words(text), new BitSet())).isEqualTo(found);
    }

    @Test
    void theLongestMessageIsReadInTime() {
        var text = "talk to the bot or not, please please help me now ".repeat(2_000);

        assertTimeout(Duration.ofSeconds(5), () -> {
            signals.wantsHuman(text);
            signals.mood(text, "en");
        });
    }
}
