package io.tandem.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites that may embed the chat, as an operator names them. */
class ChatOriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.shop.example",
                "https://www.shop.example/",
                "http://127.0.0.1:8081",
                "http://[::1]:80",
                "*"
            })
    void sitesAreNamedAsBrowsersDo(String site) {
        assertThat(new ChatConfiguration.Settings(List.of(site)).origins()).containsExactly(site);
    }

    @Test
    void noneIsNeeded() {
        assertThat(new ChatConfiguration.Settings(List.of()).origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.shop.example",
                "//www.shop.example",
                "ftp://www.shop.example",
                "https://www.shop.example/chat",
                "https://www.shop.example?chat",
                "https://*.shop.example",
                "https://www.shop.example https://shop.example",
                "https://"
            })
    void whatNoBrowserWouldNameStopsTheStart(String site) {
        assertThatThrownBy(() -> new ChatConfiguration.Settings(List.of("https://shop.example", site)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.chat.origins has to name sites by scheme and host");
    }
}
