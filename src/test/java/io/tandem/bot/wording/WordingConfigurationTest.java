package io.tandem.bot.wording;

import static io.tandem.bot.wording.Talk.REFUND;
import static io.tandem.bot.wording.Talk.REFUND_PARTS;
import static io.tandem.bot.wording.Talk.customer;
import static io.tandem.bot.wording.Talk.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.bot.BotSettings;
import io.tandem.bot.Wording;
import io.tandem.bot.Wording.Worded;
import io.tandem.setting.BadSetting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WordingConfigurationTest {

    @RegisterExtension
    final Peer peer = new Peer();

    @EnableConfigurationProperties({LanguageModelSettings.class, BotSettings.class})
    static class Settings {}

    private final ApplicationContextRunner tandem = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, WordingConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("tandem.data=unused");

    @Test
    void withoutAnAddressArticlesAreSaidAsTheyAreWritten() {
        tandem.run(context -> {
            assertThat(context).hasSingleBean(Wording.class);
            assertThat(context.getBean(LanguageModelSettings.class).off()).isTrue();
            var worded = context.getBean(Wording.class)
                    .word(talk(customer("Where is my refund?")), List.of(REFUND, REFUND_PARTS));
            assertThat(worded).isEqualTo(Worded.asWritten(REFUND));
        });
    }

    @Test
    void theEnvironmentNamesTheModel() {
        var environment = Map.of(
                "TANDEM_LANGUAGE_MODEL_URL", peer.settings().url(),
                "TANDEM_LANGUAGE_MODEL_MODEL", "another-one",
                "TANDEM_LANGUAGE_MODEL_KEY", Peer.KEY,
                "TANDEM_LANGUAGE_MODEL_TIME_LIMIT", "3s",
                "TANDEM_LANGUAGE_MODEL_MAX_TOKENS", "99");
        peer.says("Your refund is on its way [1].");

        withEnvironment(environment).run(context -> {
            assertThat(context.getBean(LanguageModelSettings.class).timeLimit()).isEqualTo(Duration.ofSeconds(3));
            var worded = context.getBean(Wording.class).word(talk(customer("Where is my refund?")), List.of(REFUND));
            assertThat(worded.text()).isEqualTo("Your refund is on its way.");
        });
        assertThat(peer.request().getHeader("Authorization")).isEqualTo("Bearer " + Peer.KEY);
        assertThat(peer.request().getBodyAsString()).contains("\"model\":\"another-one\"", "\"max_tokens\":99");
    }

    private ApplicationContextRunner withEnvironment(Map<String, String> environment) {
        return tandem.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new TreeMap<>(environment))));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1, http://127.0.0.1:1/v1/chat/completions",
        "http://127.0.0.1:1/, http://127.0.0.1:1/v1/chat/completions",
        "https://model.example/v1, https://model.example/v1/chat/completions",
        "https://model.example/api/v1/, https://model.example/api/v1/chat/completions",
        "https://model.example/v1/chat/completions, https://model.example/v1/chat/completions",
        "https://model.example/x/chat/completions?version=2, https://model.example/x/chat/completions?version=2"
    })
    void anyWayToWriteTheAddressLeadsToTheSamePlace(String url, String endpoint) {
        assertThat(settings(url, "m", "", "8s").endpoint()).hasToString(endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://model.example, m, k, 8s, url",
        "model.example, m, k, 8s, url",
        "http:///v1, m, k, 8s, url",
        "http://user:secret@model.example, m, k, 8s, url",
        "'http://model.example/ v1', m, k, 8s, url",
        "http://model.example, '', k, 8s, model",
        "http://model.example, m, 'two words', 8s, key",
        "http://model.example, m, k, 0s, time-limit",
        "http://model.example, m, k, 30s, time-limit",
    })
    void aSettingThatCannotWorkIsNamedAtTheStart(String url, String model, String key, String limit, String wrong) {
        var settings = settings(url, model, key, limit);

        assertThatThrownBy(() -> settings.check(Duration.ofSeconds(30)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.language-model." + wrong)
                .hasMessageNotContainingAny("secret", "two words");
    }

    @Test
    void aModelThatNobodyMayAskIsNoModel() {
        var settings = new LanguageModelSettings("http://model.example", "m", "", Duration.ofSeconds(8), 100, 0);

        assertThatThrownBy(() -> settings.check(Duration.ofSeconds(30)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.language-model.at-once");
    }

    @Test
    void theKeyIsNotPrinted() {
        assertThat(peer.settings()).hasToString("language model small-one");
    }

    private static LanguageModelSettings settings(String url, String model, String key, String limit) {
        return new LanguageModelSettings(url, model, key, Duration.parse("PT" + limit), 100, 4);
    }
}
