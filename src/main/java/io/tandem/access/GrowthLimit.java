package io.tandem.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many bodies may grow large at once that nobody can judge before they are read. What a request says of its length
 * does not matter, for it need not say any: whoever passes a size takes a room, and has it until answered, for a while at most.
 */
final class GrowthLimit extends OncePerRequestFilter {

    private static final int SHORT_WHILE = 5;

    private final RequestMatcher growing;
    private final DataSize small;
    private final Rooms rooms;
    private final Duration longest;

    /** @param small what may come at any time */
    GrowthLimit(RequestMatcher growing, DataSize small, Rooms rooms, Duration longest) {
        this.growing = growing;
        this.small = small;
        this.rooms = rooms;
        this.longest = longest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !growing.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var growth = new Growth(request.getRemoteAddr(), response);
        try {
            chain.doFilter(new CountedBody(request, growth), response);
        } finally {
            growth.ends();
        }
    }

    private final class Growth implements LongConsumer {

        private final String address;
        private final HttpServletResponse response;
        private final long begun = System.nanoTime();
        private boolean inside;

        Growth(String address, HttpServletResponse response) {
            this.address = address;
            this.response = response;
        }

        @Override
        public void accept(long bytes) {
            if (bytes <= small.toBytes()) return;
            if (!inside) inside = rooms.enter(address);
            if (inside && System.nanoTime() - begun < longest.toNanos()) return;
            throw Refusals.tooMany(response, SHORT_WHILE);
        }

        void ends() {
            if (inside) rooms.leave(address);
            inside = false;
        }
    }
}
