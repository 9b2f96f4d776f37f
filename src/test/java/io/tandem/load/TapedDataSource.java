package io.tandem.load;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose statements are written down while somebody listens; else nothing stands in between. */
final class TapedDataSource extends DelegatingDataSource {

    private volatile @Nullable Tape tape;

    TapedDataSource(DataSource database) {
        super(database);
    }

    void listen(Tape tape) {
        this.tape = tape;
    }

    void stop() {
        tape = null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        var listening = tape;
        return listening == null ? connection : new Line(connection, listening).connection();
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(TapedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** One connection, and what was done by it since the last commit. */
    private static final class Line {

        private final Connection connection;
        private final Tape tape;
        private List<Tape.Done> transaction = new ArrayList<>();

        Line(Connection connection, Tape tape) {
            this.connection = connection;
            this.tape = tape;
        }

        Connection connection() {
            return proxy(Connection.class, (self, method, arguments) -> {
                var result = call(connection, method, arguments);
                switch (method.getName()) {
                    case "prepareStatement" -> {
                        return statement((PreparedStatement) result, (String) arguments[0]);
                    }
                    case "createStatement" -> {
                        return plain((Statement) result);
                    }
                    case "commit", "close" -> end(true);
                    case "rollback" -> end(false);
                    default -> {}
                }
                return result;
            });
        }

        private void done(Tape.Done done) throws SQLException {
            transaction.add(done);
            if (connection.getAutoCommit()) end(true);
        }

        private void end(boolean committed) {
            var all = transaction;
            transaction = new ArrayList<>();
            if (committed && !all.isEmpty()) tape.add(all);
        }

        private Statement plain(Statement statement) {
            return proxy(Statement.class, (self, method, arguments) -> {
                var result = call(statement, method, arguments);
                if (method.getName().startsWith("execute") && arguments != null) {
                    done(new Tape.Done((String) arguments[0], List.of(List.of())));
                }
                return result;
            });
        }

        private PreparedStatement statement(PreparedStatement statement, String sql) {
            var rows = new ArrayList<List<Tape.Value>>();
            var row = new ArrayList<Tape.Value>();
            return proxy(PreparedStatement.class, (self, method, arguments) -> {
                var result = call(statement, method, arguments);
                var name = method.getName();
                if (name.startsWith("set") && arguments != null && arguments.length >= 2) {
                    row.add(new Tape.Value(method, arguments.clone()));
                } else if (name.equals("addBatch")) {
                    rows.add(List.copyOf(row));
                    row.clear();
                } else if (name.startsWith("execute")) {
                    if (!name.equals("executeBatch")) rows.add(List.copyOf(row));
                    done(new Tape.Done(sql, List.copyOf(rows)));
                    rows.clear();
                    row.clear();
                }
                return result;
            });
        }
    }
}
