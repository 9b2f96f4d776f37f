package io.tandem.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tandem.setting.BadSetting;
import io.tandem.story.SetTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class BackUpTest {

    private static final Instant NIGHT = Instant.parse("2026-11-26T00:00:30Z");

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NIGHT;

    /** None of them would be the one that was just made. */
    @Test
    void whoWantsToKeepNoCopyIsRefused() {
        assertThatThrownBy(() -> new BackupSettings(folder, LocalTime.of(1, 0), ZoneId.of("Europe/Berlin"), 0))
                .isInstanceOf(BadSetting.class)
                .hasMessage("tandem.backup.keep has to be at least 1, not 0");
    }

    /** What was stored before the copy began is in it, in the order in which it was stored, and without a gap. */
    @Test
    void aCopyThatIsMadeWhileEverybodyWritesHasAllUntilOneMoment() throws Exception {
        var sql = database(folder.resolve("data"));
        sql.sql("create table said (number integer primary key, text varchar(1000) not null)")
                .update();
        var said = new AtomicInteger();
        var goOn = new AtomicBoolean(true);
        var writing = CompletableFuture.runAsync(() -> {
            while (goOn.get()) {
                sql.sql("insert into said (number, text) values (?, ?)")
                        .params(said.get(), "x".repeat(900))
                        .update();
                said.incrementAndGet();
            }
        });
        while (said.get() < 500) Thread.onSpinWait();
        var before = said.get();

        var copy = backUp(sql).make();

        goOn.set(false);
        writing.get();
        Copy.unpack(copy, folder.resolve("restored"));
        var restored = database(folder.resolve("restored"));
        var stored =
                restored.sql("select count(*) from said").query(Integer.class).single();
        assertThat(stored).isGreaterThanOrEqualTo(before);
        assertThat(restored.sql("select max(number) from said")
                        .query(Integer.class)
                        .single())
                .isEqualTo(stored - 1);
    }

    @Test
    void onceADayAndTheLatestStay() throws IOException {
        var backUp = backUp(database(folder.resolve("data")));
        for (int day = 0; day < 4; day++) {
            now = NIGHT.plus(Duration.ofDays(day));
            backUp.look();
            backUp.look();
            now = now.plus(Duration.ofHours(5));
            backUp.look();
        }

        assertThat(copies()).containsExactly("tandem-20261128T000030Z.zip", "tandem-20261129T000030Z.zip");
        assertThat(meters.get("tandem.backup.age").timeGauge().value()).isEqualTo(5 * 3600);
    }

    /** The disk is full when most of it is written; before, somebody pulled the plug. */
    @Test
    void whatBreaksOffLeavesNothingOnTheDisk() throws IOException {
        Files.createDirectories(folder.resolve("copies"));
        Files.writeString(folder.resolve("copies/tandem-20261125T000030Z.zip.part"), "killed");
        var copies = new Backups(folder.resolve("copies"));

        assertThatThrownBy(() -> copies.add(NIGHT, file -> {
                    assertThat(copies()).as("before it begins").isEmpty();
                    Files.writeString(file, "most of it");
                    throw new IOException("No space left on device");
                }))
                .hasMessageContaining("No space left");

        assertThat(copies()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainAtGrowingPauses() throws IOException {
        var tries = new AtomicInteger();
        var inMemory = new JdbcDataSource();
        inMemory.setURL("jdbc:h2:mem:cannot-be-copied");
        var backUp = backUp(JdbcClient.create(new DelegatingDataSource(inMemory) {
            @Override
            public Connection getConnection() throws SQLException {
                tries.incrementAndGet();
                return super.getConnection();
            }
        }));

        for (int minute = 0; minute < 6 * 60; minute++) {
            now = NIGHT.plus(Duration.ofMinutes(minute));
            backUp.look();
        }

        assertThat(tries).as("at 0, 2, 6, 14, 30, 62, 122, 182, 242, 302 min").hasValue(10);
        assertThat(copies()).isEmpty();
    }

    /** An alert on its age has to go off in that case above all. */
    @Test
    void whereThereIsNoCopyItIsAsOldAsTheWishForOne() throws IOException {
        backUp(database(folder.resolve("data")));

        now = NIGHT.plus(Duration.ofDays(3));

        assertThat(meters.get("tandem.backup.age").timeGauge().value()).isEqualTo(3 * 86_400);
    }

    private java.util.List<String> copies() throws IOException {
        try (var files = Files.list(folder.resolve("copies"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private BackUp backUp(JdbcClient sql) {
        var settings = new BackupSettings(folder.resolve("copies"), LocalTime.of(1, 0), ZoneId.of("Europe/Berlin"), 2);
        return new BackUp(sql, settings, meters, SetTime.of(() -> now));
    }

    private static JdbcClient database(Path data) {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + data.resolve("tandem") + ";WRITE_DELAY=0");
        database.setUser("sa");
        database.setPassword("");
        return JdbcClient.create(database);
    }
}
