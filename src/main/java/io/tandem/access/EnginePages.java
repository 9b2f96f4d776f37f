package io.tandem.access;

import static io.tandem.access.Paths.path;
import static io.tandem.access.Role.ADMIN;
import static io.tandem.access.Role.AGENT;
import static io.tandem.access.Role.LEAD;
import static io.tandem.access.Role.OWNER;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The engine's pages, for people who signed in. Their own filter grants what it does not know; this one denies it. What
 * somebody may do with a task or a process, the engine's authorizations decide behind it.
 */
@Configuration(proxyBeanMethods = false)
class EnginePages {

    static final String LOG_OUT = "/camunda/api/admin/auth/user/*/logout";

    /** Makes an admin for whoever asks, while there is none (CVE-2026-77226). */
    private static final RequestMatcher FIRST_ADMIN = EnginePages::isAboutTheFirstAdmin;

    /** There is one log-in, and it is ours. */
    private static final RequestMatcher LOG_IN = path("/camunda/api/admin/auth/user/*/login/**");

    private static final RequestMatcher TASKLIST = path("/camunda/app/tasklist/**", "/camunda/api/tasklist/**");
    private static final RequestMatcher COCKPIT = path("/camunda/app/cockpit/**", "/camunda/api/cockpit/**");
    private static final RequestMatcher WHO_AM_I = path(HttpMethod.GET, "/camunda/api/admin/auth/user/*");
    private static final RequestMatcher ADMINISTRATION = path("/camunda/app/admin/**", "/camunda/api/admin/**");
    private static final RequestMatcher COMMON = path(
            "/camunda",
            "/camunda/",
            "/camunda/app",
            "/camunda/app/",
            "/camunda/app/welcome/**",
            "/camunda/api/welcome/**",
            "/camunda/api/engine/**",
            "/camunda/assets/**",
            "/camunda/lib/**",
            "/camunda/favicon.ico");

    /** However it is spelt: the engine's servlets match what is left after decoding. */
    private static boolean isAboutTheFirstAdmin(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.toLowerCase(Locale.ROOT).contains("/setup");
    }

    @Bean
    @Order(3)
    SecurityFilterChain enginePagesForStaff(
            HttpSecurity http, SessionLogIn logIn, AccessSettings settings, Refusals refusals) throws Exception {
        return logIn.in(http.securityMatcher(path("/camunda", "/camunda/**")))
                .headers(PageHeaders.withoutPolicy())
                .addFilterAfter(
                        new EngineBodyLimit(settings.limits().deploymentSize(), refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FIRST_ADMIN, LOG_IN)
                        .denyAll()
                        .requestMatchers(TASKLIST)
                        .hasAnyRole(Role.names(AGENT, LEAD, ADMIN))
                        .requestMatchers(COCKPIT)
                        .hasAnyRole(Role.names(OWNER, ADMIN))
                        .requestMatchers(WHO_AM_I)
                        .authenticated()
                        .requestMatchers(ADMINISTRATION)
                        .hasAnyRole(Role.names(ADMIN))
                        .requestMatchers(COMMON)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
