package io.tandem.access;

import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/** Sends the session's cookie over HTTPS only, everywhere but in the demo. */
@Component
final class Cookies implements DefaultCookieSerializerCustomizer {

    private final AccessSettings settings;

    Cookies(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(DefaultCookieSerializer cookie) {
        cookie.setUseSecureCookie(settings.cookiesAreSecure());
    }
}
