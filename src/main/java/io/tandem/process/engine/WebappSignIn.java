package io.tandem.process.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs the user of our log-in in to the engine's web applications. Their own filter for this, {@code
 * ContainerBasedAuthenticationFilter}, goes by patterns of addresses and leaves out what it does not know; this one goes
 * by the session.
 */
final class WebappSignIn extends OncePerRequestFilter {

    private final ProcessEngine engine;

    WebappSignIn(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = request.getRemoteUser();
        if (user == null || !signedIn(user, request)) {
            var session = request.getSession(false);
            if (session != null) session.invalidate();
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether the engine still knows the user: somebody may have deleted them since they signed in. */
    private boolean signedIn(String user, HttpServletRequest request) {
        var signedIn = AuthenticationUtil.getAuthsFromSession(request.getSession());
        var known = signedIn.getAuthenticationForProcessEngine(engine.getName());
        if (known != null && user.equals(known.getIdentityId())) return true;
        var authentication = AuthenticationUtil.createAuthentication(engine, user, null, null);
        if (authentication == null) return false;
        signedIn.addOrReplace(authentication);
        return true;
    }
}
