package io.tandem.access;

import io.tandem.attachment.AttachmentSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what one address can upload in an hour, and how many uploads run at once: a slow one holds a thread. */
final class UploadLimit extends OncePerRequestFilter {

    private static final long KILOBYTE = 1024;
    private static final int SHORT_WHILE = 5;

    private final RequestMatcher uploads;
    private final long largest;
    private final Buckets kilobytes;
    private final Rooms rooms;
    private final Refusals refusals;

    UploadLimit(RequestMatcher uploads, AttachmentSettings settings, Refusals refusals) {
        this(uploads, settings, new Rooms(settings.uploads()), refusals);
    }

    UploadLimit(RequestMatcher uploads, AttachmentSettings settings, Rooms rooms, Refusals refusals) {
        this.uploads = uploads;
        this.refusals = refusals;
        largest = settings.fileSize().toBytes();
        var perHour = (int) settings.uploads().perHour().toKilobytes();
        kilobytes = new Buckets(perHour, perHour, Duration.ofHours(1));
        this.rooms = rooms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !uploads.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        if (!rooms.enter(address)) {
            refuse(request, response, SHORT_WHILE);
            return;
        }
        try {
            var probe = kilobytes.of(address).tryConsumeAndReturnRemaining(sizeOf(request));
            if (probe.isConsumed()) {
                chain.doFilter(request, response);
            } else {
                refuse(request, response, 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
            }
        } finally {
            rooms.leave(address);
        }
    }

    /** In kilobytes; whoever does not say counts as the largest. */
    private long sizeOf(HttpServletRequest request) {
        var said = request.getContentLengthLong();
        return 1 + (said < 0 ? largest : said) / KILOBYTE;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds) {
        refusals.answer(request, response, Refusals.tooMany(response, seconds));
    }
}
