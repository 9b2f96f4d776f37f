package io.tandem.access;

import io.tandem.api.Proven;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how often one address may try to be somebody that it is not, and how many such tries run at once: each counts until
 * it has been answered. Whoever has proven who they are is not counted, whatever else was wrong.
 */
final class StrangersLimit extends OncePerRequestFilter {

    /**
     * What is said to those who have proven nothing, or not yet; much of it also to those who have, so they are told by
     * {@link Proven}. Of what is too large to be read nobody can prove that it is theirs.
     */
    private static final Set<Integer> NOBODYS = Set.of(401, 403, 404, 408, 413, 429);

    private final Buckets buckets;
    private final long seconds;
    private final Refusals refusals;

    StrangersLimit(AccessSettings.Limits limits, Refusals refusals) {
        buckets = new Buckets(limits.postsPerMinute(), limits.postsPerMinute(), AccessSettings.Limits.PERIOD);
        seconds = AccessSettings.Limits.PERIOD.toSeconds();
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bucket = buckets.of(request.getRemoteAddr());
        if (!bucket.tryConsume(1)) {
            refusals.answer(request, response, Refusals.tooMany(response, seconds));
            return;
        }
        chain.doFilter(request, response);
        // Who goes away in the middle has proven nothing.
        if (Proven.is(request) || !NOBODYS.contains(response.getStatus())) bucket.addTokens(1);
    }
}
