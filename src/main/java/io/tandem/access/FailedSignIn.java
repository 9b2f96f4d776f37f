package io.tandem.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the log-in page, which says what went wrong in the language that it was read in. */
final class FailedSignIn implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        var why = reason instanceof LockedException ? "tooMany" : "wrong";
        var language = request.getParameter("language");
        var keep = language != null && language.matches("[a-z]{2}") ? "&language=" + language : "";
        response.sendRedirect(request.getContextPath() + "/login?failed=" + why + keep);
    }
}
