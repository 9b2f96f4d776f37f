package io.tandem.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the log-in, {@code tandem.*}.
 *
 * @param demo whether this is the demo, with log-ins that everybody knows
 * @param secureCookies whether cookies go over HTTPS only; by default everywhere but in the demo
 */
@ConfigurationProperties("tandem")
record AccessSettings(
        boolean demo,
        @Nullable Boolean secureCookies,
        @DefaultValue Admin admin,
        @DefaultValue Limits limits) {

    /** @param password of the first admin; without one it is made up and shown once */
    record Admin(@DefaultValue("") String password) {}

    /**
     * @param postsPerMinute what one address may post without a log-in; the same number may come at once
     * @param signInsPerMinute wrong passwords from one address; five times the number may come at once
     * @param bodySize of a request to the API
     * @param deploymentSize of a request to the engine, which is largest when files are deployed
     */
    record Limits(
            @DefaultValue("120") int postsPerMinute,
            @DefaultValue("6") int signInsPerMinute,
            @DefaultValue("1MB") DataSize bodySize,
            @DefaultValue("10MB") DataSize deploymentSize) {

        static final Duration PERIOD = Duration.ofMinutes(1);
    }

    boolean cookiesAreSecure() {
        return secureCookies == null ? !demo : secureCookies;
    }
}
