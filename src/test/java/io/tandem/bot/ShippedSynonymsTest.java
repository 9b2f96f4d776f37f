package io.tandem.bot;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.classifier.SynonymGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop's own lists of synonyms have to keep to, whoever edits them. */
class ShippedSynonymsTest {

    private final Synonyms synonyms = new Synonyms(TestKnowledge.FOLDER, event -> {});

    @ParameterizedTest
    @CsvSource({"en, 450", "de, 350"})
    void theListIsBroad(String language, int groups) {
        assertThat(synonyms.in(language)).hasSizeGreaterThanOrEqualTo(groups);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void noWordStandsInMoreThanTwoGroups(String language) {
        var groupsOfWord = synonyms.in(language).stream()
                .flatMap(group -> words(group).stream())
                .collect(groupingBy(Function.identity(), counting()));

        assertThat(groupsOfWord)
                .isNotEmpty()
                .allSatisfy((word, groups) -> assertThat(groups).as(word).isLessThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void noTwoGroupsSayTheSame(String language) {
        var seen = new HashSet<Set<String>>();
        var twice = synonyms.in(language).stream()
                .flatMap(group -> pairs(group).stream())
                .filter(pair -> !seen.add(pair))
                .toList();

        assertThat(twice).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, buy, purchase",
        "en, child, kid",
        "en, illness, disease",
        "en, atm, cash machine",
        "en, cod, cash on delivery",
        "en, dog, pet",
        "en, buy, bought",
        "en, colour, color",
        "de, handy, smartphone",
        "de, geld, kohle",
        "de, retoure, rücksendung",
        "de, kaputt, defekt",
        "de, passwort, kennwort",
        "de, hund, haustier",
        "de, kaufen, gekauft"
    })
    void whatCustomersInterchangeIsInIt(String language, String word, String other) {
        assertThat(meant(language, word)).contains(other);
    }

    @ParameterizedTest
    @CsvSource({"en, pet, dog", "de, haustier, hund", "en, login, logout", "de, anmelden, abmelden"})
    void whatTheyDoNotInterchangeIsNot(String language, String word, String other) {
        assertThat(meant(language, word)).isNotEmpty().doesNotContain(other);
    }

    private List<String> meant(String language, String word) {
        return synonyms.in(language).stream()
                .filter(group -> group.from().contains(word))
                .flatMap(group -> group.to().stream())
                .toList();
    }

    private static Set<Set<String>> pairs(SynonymGroup group) {
        return group.from().stream()
                .flatMap(from ->
                        group.to().stream().filter(to -> !to.equals(from)).map(to -> Set.of(from, to)))
                .collect(toSet());
    }

    private static Set<String> words(SynonymGroup group) {
        return Stream.of(group.from(), group.to()).flatMap(List::stream).collect(toSet());
    }
}
