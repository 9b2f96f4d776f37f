package io.tandem.load;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many tickets a second Tandem takes through their whole life, against the bare engine and against plain JDBC. */
final class TicketBench {

    private static final List<Integer> CLIENTS = Stream.of(
                    System.getProperty("bench.clients", "1,2,4,8").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));
    private static final int POOL = 20;
    private static final String BARE = "bare";
    private static final String PLAIN = "plain";

    private final RunningTandem tandem;
    private final Path folder;
    private final BenchReport report;

    TicketBench(RunningTandem tandem, Path folder, BenchReport report) {
        this.tandem = tandem;
        this.folder = folder;
        this.report = report;
    }

    /** Before Tandem runs for the second time: its tables are there then. */
    static void prepare(RunningTandem tandem) {
        tandem.makeDatabase(BARE, false);
        tandem.makeDatabase(PLAIN, true);
    }

    /** Tandem alone for a while, for whoever looks with a profiler. */
    void runAlone() throws Exception {
        var rounds = new Rounds(new ProcessorTime(tandem.dataFolder()));
        var ours = new TandemTickets(tandem.context());
        rounds.run(ours, 4, WARM_UP);
        for (int i = 0; i < ROUNDS; i++) report.fact("%s", rounds.run(ours, 4, ROUND));
        record(ours, 1);
        record(ours, 2);
    }

    void measure() throws Exception {
        var ours = new TandemTickets(tandem.context());
        var warm = new Rounds(new ProcessorTime(tandem.dataFolder()));
        warm.run(ours, 4, WARM_UP);
        var kinds = List.of(record(ours, 0), record(ours, 1), record(ours, 2));
        var database = new TapedDataSource(pool(BARE));
        try (var bare = new BareEngine(database);
                var plain = new PlainJdbc(pool(PLAIN), kinds)) {
            bare.goOn();
            warm.run(bare, 4, WARM_UP);
            asks(bare, database);
            bare.rest();
            warm.run(plain, 4, WARM_UP.dividedBy(4));
            compare(List.of(ours, bare, plain));
            ours.goOn();
        }
    }

    private HikariDataSource pool(String name) throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl(tandem.databaseUrl(name));
        settings.setUsername("postgres");
        settings.setMaximumPoolSize(POOL);
        return new HikariDataSource(settings);
    }

    /** One ticket alone, and all that is written for it; beside the table what was asked of the database. */
    private PlainJdbc.Recorded record(TandemTickets ours, int number) throws Exception {
        var tape = new Tape();
        tandem.taped().listen(tape);
        ours.live(number);
        Thread.sleep(500);
        tandem.taped().stop();
        tell("Tandem", number, tape);
        var sql = tandem.context().getBean(JdbcClient.class);
        var ticket = sql.sql("select id from ticket order by number desc limit 1")
                .query(UUID.class)
                .single();
        var known = sql.sql("select number from ticket where id = ?")
                .param(ticket)
                .query(Long.class)
                .single();
        return PlainJdbc.Recorded.of(tape, sql, ticket, known);
    }

    private void asks(BareEngine bare, TapedDataSource database) throws Exception {
        for (int number = 1; number <= 2; number++) {
            var tape = new Tape();
            database.listen(tape);
            bare.live(number);
            Thread.sleep(500);
            database.stop();
            tell("bare engine", number, tape);
        }
    }

    private void tell(String who, int number, Tape tape) throws IOException {
        var kind = Contender.needsPerson(number) ? "a person" : "the bot";
        report.fact("%s, a ticket solved by %s: %s", who, kind, tape);
        var file = folder.resolve("statements-%s-%s.txt".formatted(who.replace(' ', '-'), kind.replace(' ', '-')));
        Files.writeString(file, tape.statements(1) + "\n\n" + tape.story() + "\n");
    }

    private void compare(List<Contender> contenders) throws Exception {
        var rounds = new Rounds(new ProcessorTime(tandem.dataFolder()));
        var lines = new LinkedHashMap<String, List<Double>>();
        var rows = new ArrayList<List<Object>>();
        for (var clients : CLIENTS) {
            var speeds = rounds.alternate(contenders, ROUNDS, clients, ROUND);
            var ours = Rounds.Speed.median(speeds.get(contenders.get(0)));
            speeds.forEach((contender, all) -> {
                var median = Rounds.Speed.median(all);
                lines.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(median.perSecond());
                rows.add(row(contender, clients, median, all, ours));
            });
        }
        report.table(
                "Tickets a second",
                List.of(
                        "clients",
                        "who",
                        "tickets/s",
                        "from",
                        "to",
                        "Tandem is",
                        "program, ms CPU",
                        "database, ms CPU"),
                rows);
        report.plot("tickets", "Whole tickets a second", "clients", CLIENTS, lines);
    }

    private static List<Object> row(
            Contender contender, int clients, Rounds.Speed median, List<Rounds.Speed> all, Rounds.Speed ours) {
        var sorted = all.stream().map(Rounds.Speed::perSecond).sorted().toList();
        return List.of(
                clients,
                contender.name(),
                median.perSecond(),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                ours.perSecond() / median.perSecond(),
                median.program(),
                median.database());
    }
}
