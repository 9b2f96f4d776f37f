package io.tandem.access;

import static io.tandem.access.Paths.path;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.stereotype.Component;

/** Takes people who have signed in to the page that they wanted, if they may see it, else to the start of their work. */
@Component
final class Landing implements AuthenticationSuccessHandler {

    private final WebInvocationPrivilegeEvaluator rights;
    private final RequestCache wanted;

    Landing(@Lazy WebInvocationPrivilegeEvaluator rights, AccessSettings settings) {
        this.rights = rights;
        wanted = onlyPages(settings);
    }

    /**
     * What a page fetches in the background is no place to land on. It is remembered by the browser: strangers make no
     * sessions.
     */
    private static RequestCache onlyPages(AccessSettings settings) {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                path("/camunda/app/**", "/desk/my-work", "/desk/figures", "/processes", "/mails"),
                path(HttpMethod.GET, "/**"),
                Landing::acceptsPages));
        cache.setCookieCustomizer(cookie -> {
            cookie.setSecure(settings.cookiesAreSecure());
            cookie.setAttribute("SameSite", "Lax");
        });
        return cache;
    }

    private static boolean acceptsPages(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    RequestCache wanted() {
        return wanted;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        var saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        var target = saved == null ? null : pathOf(saved.getRedirectUrl());
        var home = Role.home(who.getAuthorities());
        var allowed = target != null && rights.isAllowed("", target, "GET", who);
        response.sendRedirect(request.getContextPath() + (allowed ? target : home));
    }

    /** Without the host, which came from the request and may be anybody's. */
    private static String pathOf(String address) {
        return URI.create(address).getPath();
    }
}
