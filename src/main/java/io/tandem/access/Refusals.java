package io.tandem.access;

import io.tandem.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets what a filter refuses sound like what a controller refuses: problem details in the reader's language. */
@Component
final class Refusals {

    private final HandlerExceptionResolver resolver;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (resolver.resolveException(request, response, null, problem) == null) throw problem;
    }
}
