package io.tandem.process.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tandem.process.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs the user of our log-in in to the engine's web applications. Their own filter for this, {@code
 * ContainerBasedAuthenticationFilter}, goes by patterns of addresses and leaves out what it does not know; this one goes
 * by the session.
 */
final class WebappSignIn extends OncePerRequestFilter {

    /** How long somebody still sees the tickets of a group that they have left. */
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final ProcessEngine engine;
    private final LoadingCache<String, List<String>> groups;

    WebappSignIn(ProcessEngine engine, Staff staff) {
        this.engine = engine;
        groups = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(BELIEVED)
                .build(staff::groupsAndQueuesOf);
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
        if (known instanceof UserAuthentication current && user.equals(known.getIdentityId())) {
            current.setGroupIds(groups.get(user));
            return true;
        }
        var authentication = AuthenticationUtil.createAuthentication(engine, user, groups.get(user), null);
        if (authentication == null) return false;
        signedIn.addOrReplace(authentication);
        return true;
    }
}
