package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** A job in which the bot is slow each time ends before its lock does. */
class BotSettingsTest {

    private static final Duration RATINGS = Duration.ofDays(90);

    @Test
    void theDefaultsFit() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0);
        var lock = (Integer) settings.getProperty("camunda.bpm.job-execution.lock-time-in-millis");

        assertThat(new BotSettings(Duration.ofSeconds(30), RATINGS).fitting(Duration.ofMillis(lock)))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT56S"})
    void aLimitThatDoesNotFitStopsTheStart(String limit) {
        var settings = new BotSettings(Duration.parse(limit), RATINGS);

        assertThatThrownBy(() -> settings.fitting(Duration.ofMinutes(3)))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("tandem.bot.time-limit");
    }
}
