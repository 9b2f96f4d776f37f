package io.tandem.session;

import com.github.f4b6a3.uuid.util.UuidValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** All sessions, as they lie in the database. */
final class Sessions<S extends Session> implements SessionRepository<KeptSession<S>> {

    private final SessionRepository<S> table;
    private final Runnable cleanUp;
    private final SessionValues values;

    /** @param cleanUp deletes those that are over */
    Sessions(SessionRepository<S> table, Runnable cleanUp, SessionValues values) {
        this.table = table;
        this.cleanUp = cleanUp;
        this.values = values;
    }

    @Override
    public KeptSession<S> createSession() {
        return new KeptSession<>(table.createSession(), values);
    }

    @Override
    public void save(KeptSession<S> session) {
        try {
            table.save(session.stored());
        } catch (DuplicateKeyException otherRequestWasFaster) {
            // A page asks for several things at once, and each of them may be the first that needs the same value.
            setAgain(session);
        }
    }

    private void setAgain(KeptSession<S> session) {
        var now = table.findById(session.getId());
        if (now == null) return;
        session.changes().forEach(now::setAttribute);
        table.save(now);
    }

    /** The id is whatever a stranger's cookie says: what we never gave out is not asked for. PostgreSQL knows no NUL. */
    @Override
    public @Nullable KeptSession<S> findById(String id) {
        if (!UuidValidator.isValid(id)) return null;
        var found = table.findById(id);
        return found == null ? null : new KeptSession<>(found, values);
    }

    @Override
    public void deleteById(String id) {
        table.deleteById(id);
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void forgetThoseThatAreOver() {
        cleanUp.run();
    }
}
