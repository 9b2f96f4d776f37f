package io.tandem.access;

import io.tandem.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what is sent to the engine. It holds all files of a deployment in memory before anybody could look at them, and
 * makes an answer of its own of whatever goes wrong while it reads: so a body that does not say how long it is, is read here.
 */
final class EngineBodyLimit extends OncePerRequestFilter {

    /** What is refused is read on for a while and thrown away, so that its sender hears why instead of a broken line. */
    private static final long THROWN_AWAY = DataSize.ofMegabytes(100).toBytes();

    private static final int AT_ONCE = 1 << 16;

    private final int most;
    private final Refusals refusals;

    EngineBodyLimit(DataSize most, Refusals refusals) {
        this.most = Math.toIntExact(most.toBytes());
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            refuse(request, response);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            var body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) refuse(request, response);
            else chain.doFilter(new BodyThatWasRead(request, body), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        throwAway(request);
        refusals.answer(
                request,
                response,
                new Problem(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "deploymentTooLarge",
                        Map.of("most", DataSize.ofBytes(most).toMegabytes())));
    }

    private static void throwAway(HttpServletRequest request) throws IOException {
        var body = request.getInputStream();
        var bytes = new byte[AT_ONCE];
        var left = THROWN_AWAY;
        for (var read = 0; read >= 0 && left > 0; left -= read) read = body.read(bytes);
    }
}
