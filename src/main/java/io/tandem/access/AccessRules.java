package io.tandem.access;

import static io.tandem.access.Paths.path;
import static io.tandem.access.Role.ADMIN;
import static io.tandem.access.Role.AGENT;
import static io.tandem.access.Role.LEAD;
import static io.tandem.access.Role.OWNER;

import io.tandem.access.BodyLimit.Larger;
import io.tandem.attachment.AttachmentSettings;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.DispatcherTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.CorsFilter;

/** Who may reach which address. Each list ends with "nobody", and the last one is asked about all that is left. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private static final RequestMatcher ENGINE = path("/engine-rest/**");
    private static final RequestMatcher FIGURES = path("/actuator/prometheus", "/actuator/health/operators");
    /** Everybody's own; an admin has no tickets. */
    private static final RequestMatcher MY_WORK = path("/desk/my-work", "/api/desk/my-work");

    private static final RequestMatcher GROUP_FIGURES = path("/desk/figures", "/api/insight/**");

    private static final RequestMatcher PROCESSES = path("/processes", "/processes/**", "/api/processes/**");

    /** Mails that are no ticket: anybody's words, before anybody has looked at them. */
    private static final RequestMatcher MAILS = path("/mails", "/mails/**", "/api/mails/**");

    private static final RequestMatcher OPEN = path(
            "/",
            "/index.html",
            "/chat.js",
            "/chat/**",
            "/favicon.svg",
            "/articles/**",
            "/press",
            "/press/**",
            "/api/presses",
            "/api/presses/**",
            "/access/**",
            "/api/tickets",
            "/api/tickets/**",
            "/api/texts/**",
            "/api/attachments",
            "/actuator/health",
            // Not with a slash at its end: that would be all of it, worked out anew each time.
            "/actuator/health/{group}",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/**");

    /** How the server asks for the words to an error. To whoever asks for it there is nothing of that name. */
    private static final RequestMatcher ERRORS =
            new AndRequestMatcher(path("/error"), new DispatcherTypeRequestMatcher(DispatcherType.ERROR));

    private static final RequestMatcher FOR_EVERYBODY = new OrRequestMatcher(OPEN, ERRORS);

    /** A file comes as the body of its own: larger than all else, and nothing else may be. */
    private static final RequestMatcher UPLOADS = new OrRequestMatcher(
            path(HttpMethod.POST, "/api/attachments"), path(HttpMethod.POST, "/api/desk/tasks/{task}/attachments"));

    /** Programs: a password with each request, no session. What they may do in the engine, the engine decides. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, SignIn signIn, AccessSettings settings, Refusals refusals)
            throws Exception {
        return withoutSession(http.securityMatchers(with -> with.requestMatchers(ENGINE, FIGURES)))
                .authenticationProvider(signIn)
                .addFilterBefore(new SameSite(), BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new EngineBodyLimit(settings.limits().deploymentSize(), refusals), AuthorizationFilter.class)
                .httpBasic(basic -> basic.realmName("Tandem"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FIGURES)
                        .hasAnyRole(Role.names(ADMIN))
                        .requestMatchers(ENGINE)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Everybody: the chat and what it needs. A ticket's own key is checked where tickets are. */
    @Bean
    @Order(2)
    SecurityFilterChain everybody(
            HttpSecurity http,
            AccessSettings settings,
            AttachmentSettings files,
            Refusals refusals,
            Doorkeeper doorkeeper)
            throws Exception {
        var limits = settings.limits();
        return withoutSession(http.securityMatcher(FOR_EVERYBODY))
                .cors(Customizer.withDefaults())
                .addFilterAfter(new PostLimit(limits, refusals), CorsFilter.class)
                .addFilterAfter(bodyLimit(settings, files, refusals), PostLimit.class)
                .addFilterAfter(new UploadLimit(UPLOADS, files, refusals), BodyLimit.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .authorizeHttpRequests(requests -> requests.requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static BodyLimit bodyLimit(AccessSettings settings, AttachmentSettings files, Refusals refusals) {
        return new BodyLimit(settings.limits().bodySize(), List.of(Larger.file(UPLOADS, files.fileSize())), refusals);
    }

    /** No cookie of a browser says who asks, so that no other site can make it ask. */
    static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(PageHeaders.strict());
    }

    /** Our own pages for people who signed in, the log-in itself, and nothing else. */
    @Bean
    @Order(4)
    SecurityFilterChain ourPages(
            HttpSecurity http, SessionLogIn logIn, AccessSettings settings, AttachmentSettings files, Refusals refusals)
            throws Exception {
        return logIn.in(http)
                .headers(PageHeaders.strict())
                .addFilterAfter(bodyLimit(settings, files, refusals), CorsFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(path("/login"))
                        .permitAll()
                        .requestMatchers(MY_WORK)
                        .hasAnyRole(Role.names(AGENT, LEAD))
                        .requestMatchers(GROUP_FIGURES)
                        .hasAnyRole(Role.names(LEAD, OWNER))
                        .requestMatchers(PROCESSES)
                        .hasAnyRole(Role.names(OWNER, ADMIN))
                        .requestMatchers(MAILS)
                        .hasAnyRole(Role.names(LEAD, OWNER, ADMIN))
                        .requestMatchers(path("/insight/**"))
                        .hasAnyRole(Role.names(AGENT, LEAD, OWNER, ADMIN))
                        .requestMatchers(path("/desk/**", "/api/desk/**"))
                        .hasAnyRole(Role.names(AGENT, LEAD, ADMIN))
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
