package io.tandem.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The session in which somebody has opened a line. A line lives for hours, and must not outlive it. */
public final class SignedIn {

    private final @Nullable HttpSession session;

    private SignedIn(@Nullable HttpSession session) {
        this.session = session;
    }

    public static SignedIn by(HttpServletRequest request) {
        return new SignedIn(request.getSession(false));
    }

    /** Whether whoever opened the line has signed out, or was signed out. */
    public boolean isOver() {
        if (session == null) return true;
        try {
            session.getCreationTime();
            return false;
        } catch (IllegalStateException signedOutOrExpired) {
            return true;
        }
    }
}
