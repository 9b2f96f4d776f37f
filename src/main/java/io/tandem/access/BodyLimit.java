package io.tandem.access;

import io.tandem.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds the size of a request's body, also of one that does not say how long it will be. Some may be larger than others. */
final class BodyLimit extends OncePerRequestFilter {

    private static final String TOO_LARGE = "tooLarge";

    private final DataSize most;
    private final List<Larger> larger;
    private final Refusals refusals;

    BodyLimit(DataSize most, List<Larger> larger, Refusals refusals) {
        this.most = most;
        this.larger = larger;
        this.refusals = refusals;
    }

    /**
     * What may be larger than the rest.
     *
     * @param problem how it is called if it is larger than that
     */
    record Larger(RequestMatcher requests, DataSize most, String problem) {

        static Larger file(RequestMatcher uploads, DataSize most) {
            return new Larger(uploads, most, "attachmentTooLarge");
        }

        static Larger message(RequestMatcher requests, DataSize most) {
            return new Larger(requests, most, TOO_LARGE);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = larger.stream()
                .filter(one -> one.requests().matches(request))
                .findFirst()
                .map(one -> new Limit(one.most().toBytes(), one.problem()))
                .orElseGet(() -> new Limit(most.toBytes(), TOO_LARGE));
        if (request.getContentLengthLong() > limit.most()) {
            refusals.answer(request, response, limit.problem());
            return;
        }
        chain.doFilter(new CountedBody(request, limit::check), response);
    }

    private record Limit(long most, String name) {

        void check(long read) {
            if (read > most) throw problem();
        }

        Problem problem() {
            return new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    name,
                    Map.of("most", DataSize.ofBytes(most).toMegabytes()));
        }
    }
}
