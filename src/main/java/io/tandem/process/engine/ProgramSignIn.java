package io.tandem.process.engine;

import io.tandem.process.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls {@code /engine-rest}, so that its authorizations apply, and forgets it afterwards. */
final class ProgramSignIn extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Staff staff;

    ProgramSignIn(IdentityService identity, Staff staff) {
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = request.getRemoteUser();
        if (user == null) {
            // The log-in in front should not have let it through. Without a user the engine would check nothing.
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        identity.setAuthentication(user, staff.groupsAndQueuesOf(user));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
