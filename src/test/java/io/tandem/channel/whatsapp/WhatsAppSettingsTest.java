package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.channel.whatsapp.WhatsAppSettings.Template;
import io.tandem.setting.BadSetting;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad settings end the start with a line that names the property and keeps the secret. */
class WhatsAppSettingsTest {

    private static final String VERIFY = "0123456789abcdef";

    @Test
    void whatMetaGivesIsRight() {
        var settings = settings("EAAG1", "106540352242922", "secret", VERIFY, "reply_waits", "en_GB");

        assertThatCode(settings::check).doesNotThrowAnyException();
        assertThat(settings.toString()).isEqualTo("WhatsApp at graph.facebook.com");
    }

    @ParameterizedTest
    @CsvSource({
        "has a blank, 1, secret, 0123456789abcdef, '', de, token",
        "EAAG1, +49 30, secret, 0123456789abcdef, '', de, phone-number-id",
        "EAAG1, 1, '', 0123456789abcdef, '', de, app-secret",
        "EAAG1, 1, secret, short, '', de, verify-token",
        "EAAG1, 1, secret, 0123456789abcdef, Reply Waits, de, template.name",
        "EAAG1, 1, secret, 0123456789abcdef, reply_waits, german, template.language"
    })
    void whatIsWrongIsNamed(
            String token,
            String number,
            String secret,
            String verify,
            String template,
            String language,
            String property) {
        assertThatThrownBy(settings(token, number, secret, verify, template, language)::check)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.channels.whatsapp." + property + " ")
                .hasMessageNotContainingAny(token, verify);
    }

    private static WhatsAppSettings settings(
            String token, String number, String secret, String verify, String template, String language) {
        return new WhatsAppSettings(
                token,
                number,
                secret,
                verify,
                new Template(template, language),
                URI.create("https://graph.facebook.com/v20.0"),
                List.of());
    }
}
