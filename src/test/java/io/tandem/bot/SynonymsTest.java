package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.classifier.SynonymGroup;
import io.tandem.content.ProcessFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymsTest {

    private static final SynonymGroup PARCEL = both("parcel", "package");
    private static final SynonymGroup PAKET = both("paket", "sendung");

    private final List<Object> told = new ArrayList<>();

    @TempDir
    Path folder;

    private Synonyms synonyms;

    @BeforeEach
    void twoLanguages() throws IOException {
        save("en", "parcel, package");
        save("de", "paket, sendung");
        synonyms = new Synonyms(ProcessFolder.at(folder), told::add);
    }

    @Test
    void eachLanguageHasItsOwn() {
        assertThat(synonyms.in("en")).containsExactly(PARCEL);
        assertThat(synonyms.in("de")).containsExactly(PAKET);
        assertThat(synonyms.in("fr")).isEmpty();
    }

    @Test
    void whatWasSavedIsLive() throws IOException {
        save("en", "parcel, package\ndog => pet");
        synonyms.readAgain();

        assertThat(synonyms.in("en")).containsExactly(PARCEL, new SynonymGroup(List.of("dog"), List.of("pet")));
        assertThat(told).containsExactly(new Synonyms.Changed());
    }

    @Test
    void aDeletedFileIsGone() throws IOException {
        Files.delete(file("de"));
        synonyms.readAgain();

        assertThat(synonyms.in("de")).isEmpty();
        assertThat(synonyms.in("en")).containsExactly(PARCEL);
        assertThat(told).containsExactly(new Synonyms.Changed());
    }

    @Test
    void nobodyIsToldWhenNoGroupIsOtherThanBefore() throws IOException {
        save("en", "# a remark\nParcel, package");
        synonyms.readAgain();

        assertThat(told).isEmpty();
    }

    @Test
    void aBrokenFileStaysAsItLastWasAndTheOtherGoesLive() throws IOException {
        save("en", "parcel");
        save("de", "paket, päckchen");
        synonyms.readAgain();

        assertThat(synonyms.in("en")).containsExactly(PARCEL);
        assertThat(synonyms.in("de")).containsExactly(both("paket", "päckchen"));

        save("en", "parcel, packet");
        synonyms.readAgain();
        assertThat(synonyms.in("en")).containsExactly(both("parcel", "packet"));
    }

    @Test
    void aFileThatIsBrokenFromTheStartIsLeftOut() throws IOException {
        save("en", "parcel");
        var fromTheStart = new Synonyms(ProcessFolder.at(folder), told::add);

        assertThat(fromTheStart.in("en")).isEmpty();
        assertThat(fromTheStart.in("de")).containsExactly(PAKET);
    }

    private static SynonymGroup both(String... words) {
        return new SynonymGroup(List.of(words), List.of(words));
    }

    private void save(String language, String text) throws IOException {
        Files.createDirectories(file(language).getParent());
        Files.writeString(file(language), text);
    }

    private Path file(String language) {
        return folder.resolve("knowledge/synonyms_" + language + ".txt");
    }
}
