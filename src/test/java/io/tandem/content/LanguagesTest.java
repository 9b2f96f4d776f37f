package io.tandem.content;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "DE", "deutsch", "de-AT", "de;en"})
    void whatIsNoLanguageStopsTheStart(String language) {
        assertThatThrownBy(() -> new Languages(List.of("en", language)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.languages ");
        assertThatThrownBy(() -> new Languages(List.of())).isInstanceOf(BadSetting.class);
    }

    @Test
    void aLanguageWithoutTextsStopsTheStart() {
        var folder = ProcessFolder.at(Path.of("processes"));

        assertThatThrownBy(() -> new Texts(folder, new Languages(List.of("de", "fr"))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("tandem.languages names fr")
                .hasMessageContaining("texts/messages_fr.properties");
    }
}
