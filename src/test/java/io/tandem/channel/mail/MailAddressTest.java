package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void twoSpellingsOfOneAddressAreEqual() {
        assertThat(MailAddress.of("Karla@Bücher.Example")).isEqualTo(MailAddress.of("karla@xn--bcher-kva.example"));
    }

    @Test
    void namesMayBeOfAnyScript() {
        assertThat(MailAddress.of("用户@例子.example").orElseThrow()).hasToString("用户@xn--fsqu00a.example");
    }

    @Test
    void whatStandsBehindThePlusArrivesInTheSameBox() {
        var keyed = MailAddress.of("support+1234-abc@shop.example").orElseThrow();

        assertThat(keyed.base()).hasToString("support@shop.example");
        assertThat(keyed.detail()).contains("1234-abc");
        assertThat(keyed.base().with("x")).hasToString("support+x@shop.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "karla",
                "@shop.example",
                "karla@",
                "karla@shop.example\r\nBcc: all@shop.example",
                "karla@shop.example, ben@shop.example",
                "Karla <karla@shop.example>",
                "a b@shop.example",
                "karla@shop..example",
                "MAILER-DAEMON"
            })
    void whatIsNotOneAddressIsNone(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }
}
