package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.bot.Understanding.Mood;
import io.tandem.content.BrokenFile;
import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            groups:\\n  - Person            | line 2: a group is written like
            wantsHuman:\\n  - talk to <nobody>     | line 2: there is no group <nobody>
            wantsHuman:\\n  - "... talk"           | line 2: "... talk" must not begin with
            wantsHuman: real person                 | line 1: "wantsHuman" has to be a list
            """)
    void aBrokenFileIsExplained(String yaml, String reason) {
        var bytes = yaml.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SignalFile.read("knowledge/signals_en.yml", bytes))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("knowledge/signals_en.yml, " + reason);
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWithItsLine() {
        var bytes = "wantsHuman:\n  - gespräch\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SignalFile.read("knowledge/signals_de.yml", bytes))
                .isInstanceOf(BrokenFile.class)
                .hasMessage("knowledge/signals_de.yml, line 2: this is not UTF-8");
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
        "dont stop, Don’t stop!, true",
        "= agent (please)?, Agent please!, true",
        "= agent (please)?, my agent please, false"
    })
    void phrasesAreLookedForAsTheirOwnersWriteThem(String phrase, String text, boolean found) {
        var words = Words.in(text).stream().map(word -> List.of(word.plain())).toList();

        assertThat(new Phrases(List.of(new Phrase(phrase, Map.of()))).isIn(words))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "wishes.tsv, de, 0.97, 0.95",
        "wishes.tsv, en, 0.94, 0.93",
        "wishes-later.tsv, de, 0.8, 0.55",
        "wishes-later.tsv, en, 0.9, 0.6"
    })
    void wishesAreHeardAndLookalikesAreNot(String file, String language, double precision, double recall) {
        var heard = new double[2][2];
        LabelledMessages.in(file, language)
                .forEach(message -> heard[message.is("handoff") ? 1 : 0][signals.wantsHuman(message.text()) ? 1 : 0]++);

        assertThat(heard[1][1] / (heard[1][1] + heard[0][1])).isGreaterThanOrEqualTo(precision);
        assertThat(heard[1][1] / (heard[1][1] + heard[1][0])).isGreaterThanOrEqualTo(recall);
    }

    @ParameterizedTest
    @CsvSource({
        "de, CALM, 0.9", "de, ANNOYED, 0.9", "de, FURIOUS, 0.9", "de, DISTRESSED, 0.95",
        "en, CALM, 0.9", "en, ANNOYED, 0.9", "en, FURIOUS, 0.9", "en, DISTRESSED, 0.95"
    })
    void moodsAreTold(String language, Mood mood, double recall) {
        var messages = LabelledMessages.in("moods.tsv", language).stream()
                .filter(message -> message.is(mood.name()))
                .toList();
        var told = messages.stream()
                .filter(message -> signals.mood(message.text(), language) == mood)
                .count();

        assertThat((double) told / messages.size()).isGreaterThanOrEqualTo(recall);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void smallTalkIsToldFromMatters(String language) {
        var messages = LabelledMessages.in("smalltalk.tsv", language);
        var mistaken = messages.stream()
                .filter(message -> !message.is(signals.smallTalk(message.text()).name()))
                .toList();
        assertThat(mistaken.size()).isLessThan(messages.size() / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"talk to a humna", "mit einem mitabeiter sprechen", "representitive please", "rückurf bitte"})
    void typingErrorsDoNotHideTheWish(String text) {
        assertThat(signals.wantsHuman(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"contact, contract, 1", "human, humna, 1", "person, prsn, 2", "agent, amount, 3", "same, same, 0"})
    void slipsAreCounted(String one, String other, int slips) {
        assertThat(Slips.between(one, other, 3)).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource({
        "WHERE IS MY PARCEL!!!, true",
        "WHERE IS MY PARCEL, false",
        "My ASUS ROG STRIX works!, false",
        "NO!, false"
    })
    void shoutingIsCapitalsWithAnExclamationMark(String text, boolean shouting) {
        assertThat(Shouting.isIn(text)).isEqualTo(shouting);
    }

    @Test
    void ofAVeryLongMessageTheBeginningAndTheEndAreRead() {
        var words = Words.in("talk to the bot or not ".repeat(2_000) + "human");

        assertThat(words).hasSize(1_000);
        assertThat(words.get(999).plain()).isEqualTo("human");
    }
}
