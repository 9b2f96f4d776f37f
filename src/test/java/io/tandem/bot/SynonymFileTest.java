package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.content.BrokenFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynonymFileTest {

    private static final String FILE = "knowledge/synonyms_en.txt";

    @Test
    void aGroupIsALineAndRemarksAreSkipped() {
        var file = read("""
                # what customers receive
                parcel, package,shipment

                   # and where they get money
                cash machine , atm
                """);

        assertThat(file.language()).isEqualTo("en");
        assertThat(file.groups()).containsExactly(both("parcel", "package", "shipment"), both("cash machine", "atm"));
    }

    @Test
    void anArrowHoldsInOneDirection() {
        assertThat(read("puppy, pup => dog, pet").groups())
                .containsExactly(new SynonymGroup(List.of("puppy", "pup"), List.of("dog", "pet")));
        assertThat(read("kitten => cat").groups()).containsExactly(new SynonymGroup(List.of("kitten"), List.of("cat")));
    }

    @Test
    void capitalsApostrophesAndBlanksMakeNoDifference() {
        assertThat(read("Don't,  do \t not , E-Mail, Café, T&C, 24/7").groups())
                .containsExactly(both("dont", "do not", "e-mail", "café", "t&c", "24/7"));
        assertThat(read("u\u0308ben, trainieren").groups()).containsExactly(both("üben", "trainieren"));
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkDoNoHarm() {
        assertThat(read("\uFEFFa, b\r\n\r\nc, d\r\n")).isEqualTo(read("a, b\nc, d"));
    }

    @Test
    void anEmptyFileHasNoGroups() {
        assertThat(read("").groups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parcel                          | a group needs at least two words
            parcel, package, Parcel         | "parcel" stands here twice
            dog => pet, dog                 | "dog" stands here twice
            dog => dog                      | "dog" stands here twice
            parcel,, package                | a word is missing
            parcel, package,                | a word is missing
            => pet                          | a word is missing
            dog =>                          | a word is missing
            dog => pet => animal            | "=>" stands here more than once
            parcel; package, box            | ";" cannot be part of a word
            parcel = package, box           | "=" cannot be part of a word
            (parcel), package               | "(" cannot be part of a word
            parcel, -                       | "-" is no word
            a b c d e f, package            | "a b c d e f" has more than 5 words
            """)
    void aBrokenLineIsExplained(String line, String reason) {
        assertThatThrownBy(() -> read("# words\ngood, fine\n" + line + "\nbad, poor"))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining(FILE + ", line 3: " + reason);
    }

    @Test
    void aWordInAThirdGroupIsRefused() {
        assertThat(read("book, novel\nbook, reserve").groups()).hasSize(2);
        assertThatThrownBy(() -> read("book, novel\nbook, reserve\nyearbook => Book"))
                .hasMessage(FILE + ", line 3: \"book\" already stands in 2 groups above");
    }

    @Test
    void aLineTooLongIsRefused() {
        var words = IntStream.range(0, 100).mapToObj(i -> "word" + i).collect(Collectors.joining(", "));

        assertThatThrownBy(() -> read("a, b\n" + words)).hasMessageContaining("line 2: the line is longer than 500");
        assertThat(read("a, b\n# " + words).groups()).hasSize(1);
    }

    @Test
    void anotherEncodingIsRefusedAtItsLine() {
        var bytes = "a, b\nPäckchen, Paket\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SynonymFile.read(FILE, bytes)).hasMessage(FILE + ", line 2: this is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"knowledge/synonyms_english.txt", "knowledge/synonyms_EN.txt", "knowledge/synonyms_.txt"})
    void aFileOfNoLanguageIsRefused(String name) {
        assertThatThrownBy(() -> SynonymFile.read(name, new byte[0]))
                .isInstanceOf(BrokenFile.class)
                .hasMessage(name + ": the name has to be like synonyms_en.txt");
    }

    private static SynonymGroup both(String... words) {
        return new SynonymGroup(List.of(words), List.of(words));
    }

    private static SynonymFile read(String text) {
        return SynonymFile.read(FILE, text.getBytes(StandardCharsets.UTF_8));
    }
}
