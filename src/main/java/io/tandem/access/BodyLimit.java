package io.tandem.access;

import io.tandem.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        chain.doFilter(new Bounded(request, limit), response);
    }

    private record Limit(long most, String name) {

        Problem problem() {
            return new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    name,
                    Map.of("most", DataSize.ofBytes(most).toMegabytes()));
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final Limit limit;

        Bounded(HttpServletRequest request, Limit limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final Limit limit;
        private long read;

        BoundedStream(ServletInputStream body, Limit limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var some = body.read(into, from, length);
            if (some > 0) count(some);
            return some;
        }

        /** Not an IOException: whoever reads JSON would take that for bad JSON. */
        private void count(int bytes) {
            read += bytes;
            if (read > limit.most()) throw limit.problem();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
