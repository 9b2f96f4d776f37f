package io.tandem.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that is only written when it is another one: the engine's pages set the same values with each request, and that
 * somebody is still there is noted every few minutes.
 */
final class KeptSession<S extends Session> implements Session {

    /** By so much a session may end too early. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final S stored;
    private final SessionValues values;
    /** As it was when it was first asked for: values are changed in place, too. */
    private final Map<String, String> before = new HashMap<>();

    private final Map<String, Object> set = new HashMap<>();

    KeptSession(S stored, SessionValues values) {
        this.stored = stored;
        this.values = values;
    }

    S stored() {
        return stored;
    }

    /** What was set here and is other than it was. */
    Map<String, Object> changes() {
        return set;
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        T value = stored.getAttribute(name);
        if (value != null) before.putIfAbsent(name, values.write(value));
        return value;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        getAttribute(name);
        var written = values.write(value);
        if (Objects.equals(before.put(name, written), written)) return;
        set.put(name, value);
        stored.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        if (stored.getAttribute(name) == null) return;
        before.remove(name);
        set.remove(name);
        stored.removeAttribute(name);
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (stored.getLastAccessedTime().plus(NOTED_EVERY).isBefore(now)) stored.setLastAccessedTime(now);
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        return stored.changeSessionId();
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration length) {
        if (!length.equals(stored.getMaxInactiveInterval())) stored.setMaxInactiveInterval(length);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
