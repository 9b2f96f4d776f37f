package io.tandem.access;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers may do with our answers. */
final class PageHeaders {

    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";
    private static final String NOTHING =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    private PageHeaders() {}

    /** For our own pages. */
    static Customizer<HeadersConfigurer<HttpSecurity>> strict() {
        return headers -> {
            common(headers);
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY));
        };
    }

    /** The engine's pages set their own policy, with a nonce for each answer. */
    static Customizer<HeadersConfigurer<HttpSecurity>> withoutPolicy() {
        return PageHeaders::common;
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING))
                // Sent over HTTPS only; other hosts of the domain decide for themselves.
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }
}
