package io.tandem.api;

import io.tandem.node.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Says that the database is away where no controller has been asked yet: whoever is signed in needs it for that alone.
 * The first of the filters that may need it is the sessions'.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class OutageAnswer extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    OutageAnswer(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failed) {
            if (response.isCommitted() || !Outage.isBehind(failed)) throw failed;
            response.reset();
            problems.resolveException(request, response, null, failed);
        }
    }
}
