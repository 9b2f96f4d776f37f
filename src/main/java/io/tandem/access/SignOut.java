package io.tandem.access;

import static io.tandem.access.Paths.path;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** One log-out for all pages: ours and the button in the engine's. */
@Component
final class SignOut implements LogoutSuccessHandler {

    /** The engine's pages send this header with it, which a form on another site cannot. */
    private static final RequestMatcher OF_ENGINE = new AndRequestMatcher(
            path(HttpMethod.POST, EnginePages.LOG_OUT), request -> request.getHeader("X-XSRF-TOKEN") != null);

    static final RequestMatcher REQUESTS = new OrRequestMatcher(path(HttpMethod.POST, "/logout"), OF_ENGINE);

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (OF_ENGINE.matches(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?signedOut");
        }
    }
}
