package io.tandem.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad settings end the start with a line that names the property and keeps the secret. */
class TelegramSettingsTest {

    @Test
    void whatBotFatherGivesIsRight() {
        assertThatCode(settings("123456:ABC-DEF1234ghIkl", "", "https://api.telegram.org")::check)
                .doesNotThrowAnyException();
        assertThat(settings("", "", "https://api.telegram.org").off()).isTrue();
        assertThat(settings("1:secret", "0123456789abcdef", "https://api.telegram.org")
                        .toString())
                .isEqualTo("Telegram at api.telegram.org by webhook");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, '', https://api.telegram.org, token",
        "1:a/../b, '', https://api.telegram.org, token",
        "1:a, too-short, https://api.telegram.org, secret",
        "1:a, has a blank and more, https://api.telegram.org, secret",
        "1:a, '', ftp://api.telegram.org, api",
        "1:a, '', api.telegram.org, api"
    })
    void whatIsWrongIsNamed(String token, String secret, String api, String property) {
        assertThatThrownBy(settings(token, secret, api)::check)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.channels.telegram." + property + " ")
                .hasMessageNotContainingAny("nonsense", "too-short", "a/../b");
    }

    private static TelegramSettings settings(String token, String secret, String api) {
        return new TelegramSettings(token, secret, URI.create(api));
    }
}
