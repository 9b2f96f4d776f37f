package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** The engine's own cookie follows ours. */
class WebConfigurationTest {

    @ParameterizedTest
    @CsvSource({"false, , true", "true, , false", "false, false, false", ", , true"})
    void theEnginesTokenGoesOverHttpsOnlyToo(String demo, String decided, boolean secure) {
        var environment = new MockEnvironment();
        if (demo != null) environment.setProperty("tandem.demo", demo);
        if (decided != null) environment.setProperty("tandem.secure-cookies", decided);
        var properties = new CamundaBpmProperties();

        WebConfiguration.webappSettings(environment).postProcessBeforeInitialization(properties, "camunda");

        assertThat(properties.getWebapp().getCsrf().isEnableSecureCookie()).isEqualTo(secure);
        assertThat(properties.getWebapp().isIndexRedirectEnabled()).isFalse();
    }
}
