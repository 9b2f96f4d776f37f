package io.tandem.access;

import io.tandem.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets what a filter refuses sound like what a controller refuses: problem details in the reader's language. */
@Component
final class Refusals {

    private final HandlerExceptionResolver resolver;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    /** Too much came from there: says also in the head in how many seconds to come again. */
    static Problem tooMany(HttpServletResponse response, long seconds) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "tooMany", Map.of("seconds", seconds));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (resolver.resolveException(request, response, null, problem) == null) throw problem;
    }
}
