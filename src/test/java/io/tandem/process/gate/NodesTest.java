package io.tandem.process.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes on one PostgreSQL: one deploys, and all of them answer with the same files. */
class NodesTest {

    private static final String HOURS = "calendar.yml";

    private static EmbeddedPostgres postgres;

    private DataSource database;

    @TempDir
    private Path shared;

    @TempDir
    private Path other;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void fill() {
        database = postgres.getPostgresDatabase();
        var flyway =
                Flyway.configure().dataSource(database).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        new OwnersFolder(shared).reset();
        new OwnersFolder(other).reset();
    }

    @Test
    void oneSaveInASharedFolderIsDeployedOnce() {
        var nodes = List.of(new Node(database, shared), new Node(database, shared), new Node(database, shared));
        together(nodes, Node::started);
        assertThat(nodes).allMatch(node -> node.live.current().number() == 1);

        nodes.get(0).folder.edit(HOURS, text -> text + "\n# later");
        together(nodes, node -> node.saved.saved());

        assertThat(nodes.stream().mapToInt(node -> node.deployments.get()).sum())
                .isEqualTo(2);
        assertThat(nodes).allMatch(node -> node.live.current().number() == 2);
        assertThat(nodes).allMatch(node -> node.text(HOURS).endsWith("# later"));
        assertThat(nodes.get(0).versions.count()).isEqualTo(2);
    }

    @Test
    void whatAllRefuseIsKeptOnce() {
        var nodes = List.of(new Node(database, shared).started(), new Node(database, shared).started());
        nodes.get(0).folder.edit(HOURS, text -> text + NoForbiddenWord.WORD);

        together(nodes, node -> node.saved.saved());

        assertThat(nodes.get(0).versions.count()).isEqualTo(2);
        assertThat(nodes).allMatch(node -> node.live.current().number() == 1);
    }

    @Test
    void aNodeWithAFolderOfItsOwnFollowsAndWritesItDown() {
        var here = new Node(database, shared).started();
        var there = new Node(database, other).started();
        here.folder.edit(HOURS, text -> text + "\n# later");
        here.folder.delete("survey.dmn");
        here.saved.saved();

        there.others.look();

        assertThat(there.live.current().number()).isEqualTo(2);
        assertThat(there.text(HOURS)).endsWith("# later");
        assertThat(there.told).hasValue(1);
        assertThat(there.folder.read(HOURS)).endsWith("# later");
        assertThat(there.folder.has("survey.dmn")).isFalse();
        there.saved.saved();
        assertThat(there.live.current().number()).isEqualTo(2);
    }

    /** Both look at once: whoever saves, and whoever watches what others do. */
    @Test
    void whatANodeHasJustSavedIsNotAnothersToIt() {
        var here = new Node(database, shared).started();
        here.told.set(0);
        here.toldBy.clear();
        here.folder.edit(HOURS, text -> text + "\n# later");
        here.committed = () -> {
            here.committed = () -> {};
            var watch = new Thread(here.others::look, "watch");
            watch.start();
            await().until(() -> watch.getState() == Thread.State.BLOCKED || !watch.isAlive());
        };

        here.saved.saved();

        assertThat(here.live.current().number()).isEqualTo(2);
        assertThat(here.toldBy).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void whatSomebodySavedThereMeanwhileIsNotWrittenOver() {
        var here = new Node(database, shared).started();
        var there = new Node(database, other).started();
        there.folder.edit("survey.dmn", text -> text + "<!-- being edited -->");
        here.folder.edit(HOURS, text -> text + "\n# later");
        here.saved.saved();

        there.others.look();

        assertThat(there.text(HOURS)).endsWith("# later");
        assertThat(there.folder.read("survey.dmn")).endsWith("<!-- being edited -->");
        assertThat(there.folder.read(HOURS)).doesNotContain("# later");
    }

    @Test
    void aNodeThatWasAwayDoesNotTakeTheOthersBack() throws IOException {
        var here = new Node(database, shared).started();
        aDayOld(other);
        here.folder.edit(HOURS, text -> text + "\n# later");
        here.saved.saved();

        var back = new Node(database, other).started();

        assertThat(back.live.current().number()).isEqualTo(2);
        assertThat(back.versions.live()).hasValue(2);
        assertThat(back.folder.read(HOURS)).endsWith("# later");
    }

    @Test
    void whoSavesAnEarlierStateMeansIt() {
        var here = new Node(database, shared).started();
        here.folder.edit(HOURS, text -> text + "\n# later");
        here.saved.saved();
        new OwnersFolder(other).reset();

        var back = new Node(database, other).started();

        assertThat(back.versions.live()).hasValue(3);
        here.others.look();
        assertThat(here.text(HOURS)).doesNotContain("# later");
    }

    @Test
    void atTheStartWhatIsRefusedLeavesTheLastVersionLive() {
        new Node(database, shared).started();
        new OwnersFolder(shared).edit(HOURS, text -> text + NoForbiddenWord.WORD);

        var again = new Node(database, shared).started();

        assertThat(again.live.current().number()).isEqualTo(1);
        assertThat(again.text(HOURS)).doesNotContain(NoForbiddenWord.WORD);
        assertThat(again.versions.refused()).isPresent();
    }

    @Test
    void withoutAnyVersionTheStartFailsAndSaysWhy() {
        new OwnersFolder(shared).delete("ticket.bpmn");

        assertThatThrownBy(() -> new Node(database, shared))
                .isInstanceOf(NothingLive.class)
                .hasMessageContaining("ticket.bpmn")
                .hasMessageContaining("is missing");
    }

    @Test
    void aFolderThatIsNotMountedIsNotReplacedByTheProgramsCopy() throws IOException {
        var node = new Node(database, shared).started();
        node.folder.edit(HOURS, text -> text + "\n# by owners");
        node.saved.saved();

        var without = new Node(database, other.resolve("not-mounted")).started();

        assertThat(without.live.current().number()).isEqualTo(2);
        assertThat(without.text(HOURS)).endsWith("# by owners");
    }

    @Test
    void ofWhatWasRefusedTheLatestAreKeptWithWhatTheyChanged() {
        var node = new Node(database, shared).started();
        for (var i = 0; i < Versions.REFUSED_KEPT + 5; i++) {
            node.folder.edit(HOURS, text -> text + "\n# " + NoForbiddenWord.WORD);
            node.saved.saved();
        }

        assertThat(rows("select count(*) from process_version where refused")).isEqualTo(Versions.REFUSED_KEPT);
        var refused = node.versions.refused().orElseThrow();
        assertThat(rows("select count(*) from process_file where version = " + refused.number()))
                .isEqualTo(1);
        assertThat(new String(node.versions.snapshot(refused).file(HOURS).orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo(node.folder.read(HOURS));
        assertThat(rows("select count(*) from process_content c where not exists"
                        + " (select 1 from process_file f where f.content = c.hash)"))
                .isZero();
    }

    private int rows(String count) {
        return JdbcClient.create(database).sql(count).query(Integer.class).single();
    }

    private static void together(List<Node> nodes, Consumer<Node> act) {
        nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> act.accept(node)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static void aDayOld(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : (Iterable<Path>) all::iterator) {
                Files.setLastModifiedTime(each, FileTime.from(Instant.now().minusSeconds(86_400)));
            }
        }
    }
}
