package io.tandem.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.setting.BadSetting;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What operators write, and what they are told if it cannot be meant so. */
class WebhookSettingsTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    private static final String SECRETS = "tandem.channels.webhook.crm.secrets";
    private static final String URL = "tandem.channels.webhook.crm.url";

    @Test
    void nothingIsConnectedByDefault() {
        assertThat(read(Map.of()).connections()).isEmpty();
    }

    @Test
    void propertiesAndTheEnvironmentMeanTheSame() {
        var properties = read(Map.of(SECRETS, SECRET + "," + SECRET, URL, "https://crm.example/hook"));
        var lists = read(Map.of(SECRETS + "[0]", SECRET, URL, "https://crm.example/hook"));
        var environment = readEnvironment(Map.of(
                "TANDEM_CHANNELS_WEBHOOK_CRM_SECRETS",
                SECRET,
                "TANDEM_CHANNELS_WEBHOOK_CRM_URL",
                "http://crm.internal/hook",
                "TANDEM_CHANNELS_WEBHOOK_ALLOWED_HOSTS",
                "crm.internal, 10.0.0.0/8"));

        for (var settings : new WebhookSettings[] {properties, lists, environment}) {
            assertThat(settings.connections()).hasSize(1);
            assertThat(settings.connections().get(0).name()).isEqualTo("crm");
            assertThat(settings.connections().get(0).url()).hasPath("/hook");
        }
    }

    @Test
    void severalSystemsAndAListOfHosts() {
        var settings = read(Map.of(
                SECRETS,
                SECRET,
                "tandem.channels.webhook.erp-2.secrets",
                SECRET,
                "tandem.channels.webhook.erp-2.url",
                "http://10.0.0.9:8080/",
                "tandem.channels.webhook.allowed-hosts[0]",
                "10.0.0.0/8",
                "tandem.channels.webhook.allowed-hosts[1]",
                "crm.internal"));

        assertThat(settings.connections()).extracting(Connection::name).containsExactly("crm", "erp-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tandem.channels.webhook.crm.secrets | ''                     | crm.secrets",
                "tandem.channels.webhook.crm.secrets | hunter2                | crm.secrets",
                "tandem.channels.webhook.crm.secrets | whsec_aHVudGVyMg==     | crm.secrets",
                "tandem.channels.webhook.crm.secrets | whsec_hunter2!         | crm.secrets",
                "tandem.channels.webhook.crm.secrets | GOOD,GOOD,GOOD         | crm.secrets",
                "tandem.channels.webhook.crm         | hunter2                | webhook.crm",
                "tandem.channels.webhook.crm.url     | http://crm.example/    | crm.url",
                "tandem.channels.webhook.crm.url     | hunter2                | crm.url",
                "tandem.channels.webhook.crm.url     | https://a:hunter2@b.c/ | crm.url",
                "tandem.channels.webhook.crm.url     | https://a b/           | crm.url",
                "tandem.channels.webhook.allowed-hosts | http://crm           | allowed-hosts",
                "tandem.channels.webhook.a-very-long-name-of-more-than-32-signs.secrets | GOOD | signs",
            })
    void whatCannotBeMeantIsSaidInALineWithoutTheSecret(String property, String value, String named) {
        var values = new HashMap<String, Object>();
        if (!property.equals("tandem.channels.webhook.crm")) values.put(SECRETS, SECRET);
        values.put(property, value.replace("GOOD", SECRET));

        assertThatThrownBy(() -> read(values))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(named)
                .hasMessageNotContainingAny("hunter2", "\n");
    }

    private static WebhookSettings read(Map<String, ?> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(properties)));
        return WebhookSettings.read(Binder.get(environment));
    }

    private static WebhookSettings readEnvironment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return WebhookSettings.read(Binder.get(environment));
    }
}
