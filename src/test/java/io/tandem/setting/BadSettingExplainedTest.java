package io.tandem.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** What an operator reads who has set something that cannot be. */
class BadSettingExplainedTest {

    @ConfigurationProperties("tandem.shop")
    record Shop(int doorHeight) {

        Shop {
            throw new BadSetting("tandem.shop.door-height", "has to be from 1 to 9, not " + doorHeight);
        }
    }

    @EnableConfigurationProperties(Shop.class)
    static class Opening {}

    @Test
    void oneSentenceNamesThePropertyAndAnotherTheVariable() {
        new ApplicationContextRunner()
                .withUserConfiguration(Opening.class)
                .withPropertyValues("tandem.shop.door-height=40")
                .run(opening -> {
                    var told = told(Objects.requireNonNull(opening.getStartupFailure()));
                    assertThat(told.getDescription())
                            .isEqualTo("tandem.shop.door-height has to be from 1 to 9, not 40");
                    assertThat(told.getAction()).contains("TANDEM_SHOP_DOOR_HEIGHT");
                });
    }

    @Test
    void whatIsWrongWithAChannelLeadsToItsPage() {
        assertThat(told(new BadSetting("tandem.channels.telegram.token", "is missing"))
                        .getAction())
                .contains("docs/channels.md");
    }

    /** By the first that knows what it is, as Spring Boot does it. */
    private static FailureAnalysis told(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, new StandardEnvironment()),
                        (t, n, f) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
