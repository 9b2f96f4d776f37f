package io.tandem.load;

import io.tandem.story.CustomerInChat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases with many tickets: real ones are made over HTTP, and copied. */
final class Seeds {

    private static final String SEED = "seed";
    private static final int OPEN = Integer.getInteger("bench.open", 10_000);
    private static final int DAYS = 730;
    /** The engine's history is kept for half a year, the record for two. */
    private static final int PERCENT_WITH_HISTORY = Integer.getInteger("bench.history", 25);

    private final BenchServer server;
    private final Path folder;
    private final BenchReport report;
    private final ShopTalk talk = new ShopTalk(new Random(4711));

    Seeds(BenchServer server, Path folder, BenchReport report) {
        this.server = server;
        this.folder = folder;
        this.report = report;
    }

    /** @return the name of the database; one of an earlier run is taken as it is */
    String with(int finished) throws Exception {
        var name = "with" + finished;
        if (server.has(name)) return name;
        if (!server.has(SEED)) plant();
        server.copy(SEED, name);
        fill(name, finished);
        return name;
    }

    private void plant() throws Exception {
        server.make(SEED);
        var sql = JdbcClient.create(server.database(SEED));
        try (var node = Node.start(server.url(SEED), folder.resolve(SEED), Ports.free())) {
            var lives = new HttpTickets(SEED, List.of(node), sql);
            for (int number = 0; number < 6; number++) lives.live(number);
            for (var language : List.of("de", "en")) {
                CustomerInChat.writes(node.port(), language, talk.asksOfOrder(language))
                        .hears("bot");
                CustomerInChat.writes(node.port(), language, talk.asksForAPerson(language, true))
                        .hears("system");
            }
            Thread.sleep(2000);
        }
    }

    private void fill(String name, int finished) throws Exception {
        var started = Instant.now();
        var database = server.database(name);
        var sql = JdbcClient.create(database);
        var bulk = new BulkTickets(database, talk.texts());
        long from = 0;
        for (var closed : List.of(true, false)) {
            var originals = sql.sql("select id from ticket where (state = 'CLOSED') = ? order by number")
                    .param(closed)
                    .query(UUID.class)
                    .list();
            var each = (closed ? finished : OPEN) / originals.size();
            for (var original : originals) {
                var history = closed ? each * PERCENT_WITH_HISTORY / 100 : each;
                bulk.make(Template.of(sql, original), from, each, closed ? DAYS : 2, history);
                from += each;
            }
        }
        sql.sql("vacuum analyze").update();
        report.fact(
                "database %s: loaded in %d s, %s; %s",
                name,
                Duration.between(started, Instant.now()).toSeconds(),
                sql.sql("select pg_size_pretty(pg_database_size(current_database()))")
                        .query(String.class)
                        .single(),
                sql.sql("select state, count(*) from ticket group by state order by state")
                        .query((row, n) -> row.getString(1) + " " + row.getLong(2))
                        .list());
    }
}
