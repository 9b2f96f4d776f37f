package io.tandem.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that are spelt in a roundabout way ({@code //}, {@code /../}, {@code ;x}, {@code %65ngine-rest})
 * before anything compares them: what two readers read differently is how a check is passed by. So is a NUL in a query, at
 * which PostgreSQL breaks, whoever hands it on: the engine's own addresses, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class PlainAddresses extends OncePerRequestFilter {

    private static final String NUL = "%00";

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private boolean isPlain(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException roundabout) {
            return false;
        }
        if (hasNul(request.getQueryString())) return false;
        // The server found the servlet by the decoded address.
        return request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath())
                || request.getPathInfo() == null;
    }

    private static boolean hasNul(@Nullable String query) {
        return query != null && query.contains(NUL);
    }
}
