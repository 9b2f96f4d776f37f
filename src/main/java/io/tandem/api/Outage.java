package io.tandem.api;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The database is away, however that was told: by Spring, by the engine, or by the driver. */
final class Outage {

    private static final String NO_CONNECTION = "08";
    /** PostgreSQL is being stopped, has crashed, or is starting. */
    private static final Set<String> NOT_NOW = Set.of("57P01", "57P02", "57P03");

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLException sql && isOne(sql.getSQLState());
    }

    private static boolean isOne(@Nullable String state) {
        return state != null && (state.startsWith(NO_CONNECTION) || NOT_NOW.contains(state));
    }
}
