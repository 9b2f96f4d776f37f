package io.tandem.load;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was asked of a database and written into it, commit by commit. */
final class Tape {

    private final List<List<Done>> transactions = new ArrayList<>();

    /** A parameter: by which method it was set, and to what. */
    record Value(Method setter, Object[] arguments) {

        void set(PreparedStatement statement, UnaryOperator<Object> renamed) throws ReflectiveOperationException {
            var own = arguments.clone();
            if (own[1] != null) own[1] = renamed.apply(own[1]);
            setter.invoke(statement, own);
        }

        @Nullable
        Object value() {
            return arguments[1];
        }
    }

    /** One round to the database: a statement, with several rows if it is a batch. */
    record Done(String sql, List<List<Value>> rows) {

        private static final List<String> WRITES = List.of("insert", "update", "delete");

        String verb() {
            return sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        }

        boolean writes() {
            return WRITES.contains(verb());
        }

        String table() {
            var words = sql.strip().toLowerCase(Locale.ROOT).split("[\\s(]+");
            return (words[0].equals("update") ? words[1] : words[2]).replace("\"", "");
        }
    }

    synchronized void add(List<Done> transaction) {
        transactions.add(List.copyOf(transaction));
    }

    synchronized List<List<Done>> transactions() {
        return List.copyOf(transactions);
    }

    /** The transactions that write, without what they only read, of those in which a value occurs that is wanted. */
    List<List<Done>> writes(Predicate<String> wanted) {
        return transactions().stream()
                .map(all -> all.stream().filter(Done::writes).toList())
                .filter(all -> all.stream().anyMatch(done -> mentions(done, wanted)))
                .toList();
    }

    private static boolean mentions(Done done, Predicate<String> wanted) {
        return values(done).anyMatch(value -> wanted.test(value.toString()));
    }

    static Stream<Object> values(Done done) {
        return done.rows().stream().flatMap(List::stream).flatMap(value -> Stream.ofNullable(value.value()));
    }

    long commits() {
        return transactions().stream()
                .filter(all -> all.stream().anyMatch(Done::writes))
                .count();
    }

    /** How many rounds to the database, by the statement's first word. */
    Map<String, Long> rounds() {
        return all().collect(Collectors.groupingBy(Done::verb, TreeMap::new, Collectors.counting()));
    }

    /** How many rows were written, by verb and table. */
    Map<String, Integer> rows() {
        return all().filter(Done::writes)
                .collect(Collectors.toMap(
                        done -> done.verb() + " " + done.table(),
                        done -> done.rows().size(),
                        Integer::sum,
                        TreeMap::new));
    }

    /** Each statement and how often it was sent, the most frequent first. */
    String statements(int tickets) {
        var counts = all().collect(Collectors.groupingBy(
                done -> done.sql().strip().replaceAll("\\s+", " "), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> "%6.2f  %s".formatted(entry.getValue() / (double) tickets, entry.getKey()))
                .collect(Collectors.joining("\n"));
    }

    /** As it happened: a line for each round, an empty one for each commit. */
    String story() {
        return transactions().stream()
                .map(all -> all.stream()
                        .map(done -> "%3d  %s"
                                .formatted(
                                        done.rows().size(), done.sql().strip().replaceAll("\\s+", " ")))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n---- commit\n"));
    }

    private Stream<Done> all() {
        return transactions().stream().flatMap(List::stream);
    }

    @Override
    public String toString() {
        return rounds() + ", commits " + commits() + ", rows "
                + Arrays.toString(rows().entrySet().toArray());
    }
}
