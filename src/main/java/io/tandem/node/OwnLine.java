package io.tandem.node;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A connection beside the pool: nobody who works has to wait for it, and it waits for nobody. Belongs to one thread. */
final class OwnLine {

    private static final int SECONDS = 10;

    private final JdbcConnectionDetails database;
    private @Nullable Connection connection;

    OwnLine(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** Opened anew where it is broken. */
    Connection open(String... first) throws SQLException {
        var known = connection;
        if (known != null && known.isValid(SECONDS)) return known;
        close();
        var fresh = DriverManager.getConnection(database.getJdbcUrl(), logIn());
        connection = fresh;
        try (var statement = fresh.createStatement()) {
            for (var command : first) statement.execute(command);
        }
        return fresh;
    }

    private Properties logIn() {
        var logIn = new Properties();
        if (database.getUsername() != null) logIn.setProperty("user", database.getUsername());
        if (database.getPassword() != null) logIn.setProperty("password", database.getPassword());
        logIn.setProperty("ApplicationName", "tandem-neighbours");
        logIn.setProperty("tcpKeepAlive", "true");
        logIn.setProperty("connectTimeout", String.valueOf(SECONDS));
        // A line that died silently must not hold its thread: the heartbeat's would be taken for dead.
        logIn.setProperty("socketTimeout", String.valueOf(SECONDS));
        return logIn;
    }

    void close() {
        var known = connection;
        connection = null;
        try {
            if (known != null) known.close();
        } catch (SQLException broken) {
            // that is why it is closed
        }
    }
}
