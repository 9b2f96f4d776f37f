package io.tandem.access;

import static io.tandem.access.Paths.path;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** The log-in of people: a form, a session, a token against forged requests, a log-out. */
@Component
final class SessionLogIn {

    private final SignIn signIn;
    private final StillOnStaff stillOnStaff;
    private final Landing landing;
    private final SignOut signOut;
    private final Doorkeeper doorkeeper;
    private final AccessSettings settings;

    SessionLogIn(
            SignIn signIn,
            StillOnStaff stillOnStaff,
            Landing landing,
            SignOut signOut,
            Doorkeeper doorkeeper,
            AccessSettings settings) {
        this.signIn = signIn;
        this.stillOnStaff = stillOnStaff;
        this.landing = landing;
        this.signOut = signOut;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
    }

    HttpSecurity in(HttpSecurity http) throws Exception {
        return http.authenticationProvider(signIn)
                .addFilterAfter(stillOnStaff, AnonymousAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("user")
                        .passwordParameter("password")
                        .successHandler(landing)
                        .failureHandler(new FailedSignIn()))
                .logout(out -> out.logoutRequestMatcher(SignOut.REQUESTS)
                        .logoutSuccessHandler(signOut)
                        .deleteCookies("TANDEM"))
                .requestCache(cache -> cache.requestCache(landing.wanted()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .csrf(forgery -> forgery.csrfTokenRepository(tokens(settings))
                        .csrfTokenRequestHandler(new FormToken())
                        // The engine's pages bring a token of their own.
                        .ignoringRequestMatchers(path("/camunda/**")));
    }

    static CookieCsrfTokenRepository tokens(AccessSettings settings) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("TANDEM-CSRF");
        tokens.setHeaderName("X-TANDEM-CSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(false).sameSite("Strict").secure(settings.cookiesAreSecure()));
        return tokens;
    }
}
