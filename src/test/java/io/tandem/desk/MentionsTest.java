package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.process.Staff.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private static final List<Person> TEAM = List.of(
            new Person("anna", "Anna"),
            new Person("as", "Anna Schmidt"),
            new Person("ben", "Ben"),
            new Person("jo", "Jörg Öztürk"));

    @ParameterizedTest
    @CsvSource({
        "@Ben please look, ben",
        "please look @ben, ben",
        "(@BEN), ben",
        "ask @ben., ben",
        "@ben: what now?, ben",
        "@Anna and no more, anna",
        "@Anna Schmidt knows, as",
        "@anna schmidts things, anna",
        "@jörg öztürk, jo"
    })
    void aColleagueIsNamedByNameOrLogIn(String note, String user) {
        assertThat(Mentions.in(note, TEAM)).containsExactly(user);
    }

    @ParameterizedTest
    @CsvSource({"write to karla@ben.example", "@benjamin", "@ben.example", "@nobody", "ben", "@", "a@ben"})
    void otherWordsNameNobody(String note) {
        assertThat(Mentions.in(note, TEAM)).isEmpty();
    }

    @Test
    void oneNoteNamesSeveralAndEachOfThemOnce() {
        assertThat(Mentions.in("@Ben @anna @ben", TEAM)).containsExactly("ben", "anna");
    }

    @Test
    void whereTwoHaveTheSameNameBothAreNamed() {
        var twins = List.of(new Person("b1", "Ben"), new Person("b2", "Ben"));

        assertThat(Mentions.in("@Ben", twins)).containsExactlyInAnyOrder("b1", "b2");
    }
}
