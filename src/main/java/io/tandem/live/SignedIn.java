package io.tandem.live;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The session in which somebody has opened a line. A line lives for hours, and must not outlive it. */
public final class SignedIn {

    private final @Nullable SessionRepository<?> sessions;
    private final @Nullable String session;

    private SignedIn(@Nullable SessionRepository<?> sessions, @Nullable String session) {
        this.sessions = sessions;
        this.session = session;
    }

    public static SignedIn by(HttpServletRequest request) {
        var session = request.getSession(false);
        return new SignedIn(
                (SessionRepository<?>) request.getAttribute(SessionRepositoryFilter.SESSION_REPOSITORY_ATTR),
                session == null ? null : session.getId());
    }

    /** Whether whoever opened the line has signed out, on whichever node, or was signed out. */
    public boolean isOver() {
        return sessions == null || session == null || sessions.findById(session) == null;
    }
}
