package io.tandem.access;

import static io.tandem.access.Paths.path;

import io.tandem.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Tells whoever may not pass what to do: sign in, ask for the right, or look elsewhere. */
@Component
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final RequestMatcher OUR_API = path("/api/**");
    private static final RequestMatcher ENGINE_API = path("/camunda/api/**");
    private static final RequestMatcher PAGES =
            path("/camunda", "/camunda/**", "/desk/**", "/processes", "/processes/**", "/mails", "/mails/**");

    private final Refusals refusals;

    Doorkeeper(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Nobody is signed in. An address that does not exist says so, rather than asking for a password first. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (OUR_API.matches(request)) {
            refusals.answer(request, response, new Problem(HttpStatus.UNAUTHORIZED, "signIn"));
        } else if (PAGES.matches(request) && isOpened(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else if (PAGES.matches(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Whether somebody opened a page, rather than a page a font or data: those cannot make use of a log-in page. */
    private static boolean isOpened(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return !ENGINE_API.matches(request) && (mode == null || mode.equals("navigate"));
    }

    /** Somebody is signed in and may not do this, or the request was forged. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (OUR_API.matches(request)) {
            refusals.answer(request, response, new Problem(HttpStatus.FORBIDDEN, "notYours"));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
