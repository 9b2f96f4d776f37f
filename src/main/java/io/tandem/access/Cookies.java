package io.tandem.access;

import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/** Sends the session's cookie over HTTPS only, everywhere but in the demo. */
@Component
final class Cookies implements ServletContextInitializer {

    private final AccessSettings settings;

    Cookies(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onStartup(ServletContext context) {
        context.getSessionCookieConfig().setSecure(settings.cookiesAreSecure());
    }
}
