package io.tandem.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.process.migration.Owner;
import io.tandem.story.FolderOfItsOwn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How quickly many open tickets move to a new version, and what people notice of it: {@code mvn -Pmigration-load test}.
 * Not part of the suite: it takes minutes. Prints a table and writes it to {@code target/migration-load}; fails where a
 * ticket stays behind, does not go on afterwards, or where people have to wait.
 */
class MigrationLoad {

    private static final Path FOLDER = Path.of("target/migration-load");
    private static final int OPEN = Integer.getInteger("migration-load.open", 10_000);
    private static final int PER_SECOND = 8;
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** What the page promises: nobody notices. For p95, in milliseconds. */
    private static final int UNNOTICED = 300;

    private static final String MODEL = "human-escalation.bpmn";
    private static final Pattern NAME = Pattern.compile("id=\"userTask_help\" name=\"[^\"]*\"");

    private final LoadReport report = new LoadReport();

    @Test
    void allOpenTicketsMoveWhilePeopleWrite() throws Exception {
        var database = System.getProperty("migration-load.database", "postgres");
        var processes = FOLDER.resolve(database + "-processes");
        if (!Files.exists(processes)) FolderOfItsOwn.copyInto(processes);
        try (var tandem = RunningTandem.on(database, FOLDER, "--tandem.processes=" + processes)) {
            report.fact("database: %s", tandem.database());
            report.fact("machine: %s", RunningTandem.machine());
            tandem.start();
            if (tandem.count("ticket") < OPEN) fill(tandem);
            move(tandem, processes);
            report.writeTo(FOLDER.resolve(database + ".md"), "Moving open tickets on " + database);
        }
        assertThat(report.missed()).as("limits that were missed").isEmpty();
    }

    private void fill(RunningTandem tandem) throws Exception {
        var staffing = new Staffing(tandem.context());
        staffing.employ();
        new LoadedDesk(tandem.context(), tandem.port(), staffing).fillOpen(OPEN, report);
    }

    private void move(RunningTandem tandem, Path processes) throws Exception {
        var people = new PeopleMeanwhile(tandem);
        var owner = new Owner(tandem.port(), tandem.context());
        var before = new Traffic(PER_SECOND, people::write);
        Thread.sleep(A_WHILE.toMillis());
        report.timed("customers and agents write", "before", before.stops(), UNNOTICED);
        endWhatWasLeft(owner);
        saveAnotherVersion(owner, processes);

        var dry = owner.starts(true);
        Thread.sleep(A_WHILE.toMillis());
        assertThat(owner.asks("DELETE", "/" + dry + "/run", null)).isEqualTo(200);
        rate("dry run, stopped after a while", owner.looksAt(dry));

        var meanwhile = new Traffic(PER_SECOND, people::write);
        var migration = owner.starts(false);
        var moved = owner.awaits(migration, PATIENCE);
        report.timed("customers and agents write", "while tickets move", meanwhile.stops(), UNNOTICED);
        rate("move", moved);
        assertThat(moved.path("failed").asLong()).as(moved.toString()).isZero();
        assertThat(moved.path("moved").asInt()).isGreaterThanOrEqualTo(OPEN * 9 / 10);
        allAreOnTheLiveVersion(owner);
        report.fact("%d tickets of all kinds went on afterwards as they should", people.goOn());
        allAreOnTheLiveVersion(owner);
    }

    private static void allAreOnTheLiveVersion(Owner owner) {
        assertThat(owner.sees().path("versions"))
                .isNotEmpty()
                .allSatisfy(on -> assertThat(on.path("version")).isEqualTo(on.path("live")));
    }

    /** An earlier run that was killed goes on by itself. */
    private static void endWhatWasLeft(Owner owner) {
        for (var earlier : owner.sees().path("migrations")) {
            owner.asks("DELETE", "/" + earlier.path("id").asText() + "/run", null);
        }
    }

    private static void saveAnotherVersion(Owner owner, Path processes) throws IOException {
        var name = NAME.matcher(Files.readString(processes.resolve(MODEL)));
        assertThat(name.find()).isTrue();
        owner.saves(MODEL, name.group(), "id=\"userTask_help\" name=\"Help, as of " + Instant.now() + "\"");
    }

    private void rate(String what, JsonNode run) {
        var took = Duration.between(
                        Instant.parse(run.path("startedAt").asText()),
                        Instant.parse(run.path("endedAt").asText()))
                .toMillis();
        var tickets = run.path("moved").asLong() + run.path("failed").asLong();
        report.fact("%s: %d tickets in %.1f s, %.0f a second", what, tickets, took / 1e3, tickets * 1e3 / took);
    }
}
