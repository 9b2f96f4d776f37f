package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.DefaultCookieSerializer;
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
        var cookie = new DefaultCookieSerializer();
        var response = new MockHttpServletResponse();

        new Cookies(settings(false, null)).customize(cookie);
        cookie.writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "a session"));

        assertThat(response.getHeader("Set-Cookie")).contains("Secure");
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
