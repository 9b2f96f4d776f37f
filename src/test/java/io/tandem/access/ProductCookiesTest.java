package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.unit.DataSize;

/** The product's cookies go over HTTPS only. A second program in this JVM would disturb the engine of the first. */
class ProductCookiesTest {

    @ParameterizedTest
    @CsvSource({"false, , true", "true, , false", "false, false, false", "true, true, true"})
    void cookiesAreSecureButInTheDemoUnlessSomebodyDecides(boolean demo, @Nullable Boolean decided, boolean secure) {
        assertThat(settings(demo, decided).cookiesAreSecure()).isEqualTo(secure);
    }

    @Test
    void theSessionsCookieIs() {
        var server = new MockServletContext();

        new Cookies(settings(false, null)).onStartup(server);

        assertThat(server.getSessionCookieConfig().isSecure()).isTrue();
    }

    @Test
    void soIsTheTokensCookie() {
        var response = new MockHttpServletResponse();
        var tokens = SessionLogIn.tokens(settings(false, null));
        var request = new MockHttpServletRequest();

        tokens.saveToken(tokens.generateToken(request), request, response);

        assertThat(response.getHeader("Set-Cookie")).contains("Secure");
    }

    private static AccessSettings settings(boolean demo, @Nullable Boolean secure) {
        var limits = new AccessSettings.Limits(1, 1, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10));
        return new AccessSettings(demo, secure, new AccessSettings.Admin(""), limits);
    }
}
