package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What an operator writes into the environment, and what they are told if it cannot be. */
class MailboxReadingTest {

    private final Map<String, Object> environment = new HashMap<>(Map.of(
            "TANDEM_CHANNELS_MAIL_SUPPORT_ADDRESS", "support@shop.example",
            "TANDEM_CHANNELS_MAIL_SUPPORT_IMAP", "imaps://support%40shop.example:s%3Aec%2Fr+t@imap.shop.example",
            "TANDEM_CHANNELS_MAIL_SUPPORT_SMTP", "smtp://support:secret@smtp.shop.example:2525"));

    @Test
    void aMailboxIsThreeVariables() {
        var mailbox = read();

        assertThat(mailbox.name()).isEqualTo("mail-support");
        assertThat(mailbox.address()).hasToString("support@shop.example");
        assertThat(mailbox.imap())
                .isEqualTo(new Server("imaps", "imap.shop.example", 993, "support@shop.example", "s:ec/r+t", "INBOX"));
        assertThat(mailbox.smtp().port()).isEqualTo(2525);
        assertThat(mailbox.plusAddresses()).isTrue();
        assertThat(mailbox.requiresTls(mailbox.smtp())).isTrue();
    }

    @Test
    void withoutAnyThereIsNone() {
        environment.clear();

        assertThat(MailboxReading.of(settings())).isEmpty();
    }

    @Test
    void aServerIsBelievedOnlyIfItIsNamed() {
        assertThat(read().authserv()).isNull();

        environment.put("TANDEM_CHANNELS_MAIL_SUPPORT_AUTHSERV", "mx.shop.example");

        assertThat(read().authserv()).isEqualTo("mx.shop.example");
    }

    @Test
    void serversOfThisMachineNeedNoTls() {
        environment.put("TANDEM_CHANNELS_MAIL_SUPPORT_SMTP", "smtp://127.0.0.1:25");

        assertThat(read().requiresTls(read().smtp())).isFalse();
    }

    @Test
    void aTokenStandsForBothPasswords() {
        environment.put("TANDEM_CHANNELS_MAIL_SUPPORT_IMAP", "imaps://support@imap.shop.example/Team/Inbox");
        environment.put("TANDEM_CHANNELS_MAIL_SUPPORT_SMTP", "smtps://support@smtp.shop.example");
        environment.put("TANDEM_CHANNELS_MAIL_SUPPORT_TOKEN", "ya29.token");

        assertThat(read().hasToken()).isTrue();
        assertThat(read().imap().folder()).isEqualTo("Team/Inbox");
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, support, tandem.channels.mail.support.address",
        "ADDRESS, '', tandem.channels.mail.support.address",
        "IMAP, imap.shop.example, tandem.channels.mail.support.imap",
        "IMAP, smtp://u:topsecret@h, tandem.channels.mail.support.imap",
        "IMAP, imap://u:topsecret%zz@h, tandem.channels.mail.support.imap",
        "IMAP, imap://u:topsecret@h:99999, tandem.channels.mail.support.imap",
        "IMAP, imap://h, tandem.channels.mail.support.imap",
        "IMAP, imap://u@h, tandem.channels.mail.support.imap",
        "IMAP, imap://u:topsecret@@h, tandem.channels.mail.support.imap",
        "SMTP, http://u:topsecret@h, tandem.channels.mail.support.smtp",
        "TOKEN_FILE, /no/such/file, tandem.channels.mail.support.token-file",
    })
    void whatCannotBeIsSaidInOneLineThatNamesThePropertyAndShowsNoPassword(String name, String value, String property) {
        environment.put("TANDEM_CHANNELS_MAIL_SUPPORT_" + name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(property + " ")
                .hasMessageNotContainingAny("topsecret", "\n");
    }

    @Test
    void twoMailboxesHaveTwoAddresses() {
        for (var part : new String[] {"ADDRESS", "IMAP", "SMTP"}) {
            environment.put(
                    "TANDEM_CHANNELS_MAIL_SALES_" + part, environment.get("TANDEM_CHANNELS_MAIL_SUPPORT_" + part));
        }

        assertThatThrownBy(() -> MailboxReading.of(settings()))
                .hasMessage("tandem.channels.mail.support.address is the address of mail-sales already");
    }

    @Test
    void nothingThatIsLoggedShowsAPassword() {
        assertThat(settings() + " " + read() + " " + read().imap())
                .doesNotContain("s:ec/r+t")
                .doesNotContain("secret");
    }

    private Mailbox read() {
        return MailboxReading.of(settings()).get(0);
    }

    private MailSettings settings() {
        var sources = new StandardEnvironment().getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("tandem.channels", MailSettings.class);
    }
}
