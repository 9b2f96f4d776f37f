package io.tandem.node;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** The database is away, however that was told: by Spring, by the engine, or by the driver. */
public final class Outage {

    private static final String NO_CONNECTION = "08";
    /** PostgreSQL is being stopped, has crashed, or is starting. */
    private static final Set<String> NOT_NOW = Set.of("57P01", "57P02", "57P03");

    private static final String ROLLED_BACK_FOR_OTHERS = "40";

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        return any(failure, Outage::isAway);
    }

    /** The database is away, or had to let others go first (a lock, a deadlock): the same may work in a moment. */
    public static boolean passes(Throwable failure) {
        return any(failure, cause -> isAway(cause) || isInTheWay(cause));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(kind);
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof NonTransientDataAccessResourceException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException sql
                        && (state(sql).startsWith(NO_CONNECTION) || NOT_NOW.contains(state(sql)));
    }

    private static boolean isInTheWay(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof TransactionException
                || cause instanceof SQLTransientException
                || cause instanceof SQLException sql && state(sql).startsWith(ROLLED_BACK_FOR_OTHERS);
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }
}
