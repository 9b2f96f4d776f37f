package io.tandem.node;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/** Tells an operator in plain words what is wrong with the database, instead of the stack traces of all who wanted it. */
final class NoDatabaseExplained extends AbstractFailureAnalyzer<SQLException> {

    private static final String START_AGAIN = ", and start again.";

    private final Environment settings;

    NoDatabaseExplained(Environment settings) {
        this.settings = settings;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable whole, SQLException outer) {
        var cause = innermost(outer);
        var trouble = Trouble.of(cause);
        if (trouble == null) return null;
        return new FailureAnalysis(
                "%s: %s%n%n%s".formatted(trouble.means, address(), words(cause)), trouble.action + START_AGAIN, cause);
    }

    /** The pool and Flyway wrap what the driver says in an SQLException of their own. */
    private static SQLException innermost(SQLException outer) {
        return Stream.iterate((Throwable) outer, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce(outer, (before, inner) -> inner);
    }

    /** The driver keeps for its cause which name is unknown, and which byte of a file is wrong. */
    private static String words(SQLException cause) {
        var root = NestedExceptionUtils.getMostSpecificCause(cause);
        return root == cause ? String.valueOf(cause.getMessage()) : cause.getMessage() + "\n" + root;
    }

    /** Without what follows it: there may be a password. */
    private String address() {
        return settings.getProperty("spring.datasource.url", "")
                .replaceAll("[?;].*", "")
                .replaceAll("//[^/@]*@", "//");
    }

    private enum Trouble {
        REFUSED(
                "The database refuses our user or password",
                "Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to those that it knows"
                        + " (an H2 keeps those that it was made with)"),
        UNKNOWN(
                "The server has no such database",
                "Create it (PostgreSQL: createdb), or set SPRING_DATASOURCE_URL to one that there is"),
        FORBIDDEN(
                "Our user may not do in the database what Tandem needs",
                "Make the user the owner of the database, or let it make tables in its schema (PostgreSQL: grant all on"
                        + " schema public)"),
        FULL(
                "The database takes no more connections",
                "Let it take more (PostgreSQL: max_connections; each node needs up to 23), or end what else uses it"),
        IN_USE(
                "Another program uses the database's file, perhaps a Tandem that still runs",
                "End that program, or set TANDEM_DATA to another folder; several nodes need PostgreSQL"),
        NO_PATH(
                "The path of the database's file is none that H2 takes",
                "Let the path in SPRING_DATASOURCE_URL begin with / or ./"),
        DAMAGED(
                "The database's file is damaged, or another version of H2 made it",
                "Restore the latest copy (docs/operations.md, Backup and restore)"),
        OUT_OF_REACH(
                "The database cannot be reached",
                "See to it that it runs and can be reached from here, and that SPRING_DATASOURCE_URL is its address");

        private final String means;
        private final String action;

        Trouble(String means, String action) {
            this.means = means;
            this.action = action;
        }

        /** @return null if it is nothing that an operator could put right */
        static @Nullable Trouble of(SQLException failure) {
            var state = Objects.requireNonNullElse(failure.getSQLState(), "").toUpperCase(Locale.ROOT);
            return switch (state) {
                case "28P01", "28000" -> REFUSED;
                case "3D000" -> UNKNOWN;
                case "42501" -> FORBIDDEN;
                case "53300" -> FULL;
                case "90020" -> IN_USE;
                case "90011" -> NO_PATH;
                case "90030", "90048" -> DAMAGED;
                default -> Outage.isBehind(failure) ? OUT_OF_REACH : null;
            };
        }
    }
}
