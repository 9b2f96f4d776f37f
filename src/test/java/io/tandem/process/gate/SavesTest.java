package io.tandem.process.gate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.content.ProcessFolder;
import io.tandem.content.Texts;
import io.tandem.story.TandemRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners save in the folder: all of it goes live, or nothing of it. */
@TandemRuns
class SavesTest extends OwnerSaves {

    private static final String ENGLISH = "texts/messages_en.properties";
    private static final String GERMAN = "texts/messages_de.properties";
    private static final String KEY = "problem.notFound.title";
    private static final Duration LOOKS_EVERY = Duration.ofMillis(10);

    @Autowired
    private ProcessFolder live;

    @Autowired
    private Texts texts;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient sql;

    @Test
    void aSaveGoesLiveAsAWhole() {
        folder.edit(ENGLISH, text -> saying(text, "Hello, all of you"));
        folder.edit("ticket.bpmn", "name=\"Understand the request\"", "name=\"Understand what is asked\"");
        saved.saved();

        var version = versions.find(versions.live().orElseThrow()).orElseThrow();
        assertThat(version.number()).isGreaterThan(before);
        assertThat(version.way()).isEqualTo(Way.FOLDER);
        assertThat(version.by()).isEqualTo(owner(folder.path));
        assertThat(texts.get("en", KEY)).isEqualTo("Hello, all of you");
        assertThat(nameInEngine()).contains("Understand what is asked");
        var inEngine = repository.getDeploymentResourceNames(version.deployment());
        assertThat(inEngine).contains("ticket.bpmn", "bot-attempt.bpmn", "survey.dmn", "forms/help.html");
    }

    private static String owner(Path path) {
        try {
            return Files.getOwner(path).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String nameInEngine() {
        var latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("ticket")
                .latestVersion()
                .singleResult();
        try (var model = repository.getProcessModel(latest.getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneChangedFileCostsOneRowAndATextNoDeployment() {
        var deployments = repository.createDeploymentQuery().count();
        folder.edit(ENGLISH, text -> saying(text, "Hello"));
        saved.saved();

        var number = versions.live().orElseThrow();
        assertThat(rows("select count(*) from process_file where version = " + number))
                .isEqualTo(1);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(versions.find(number).orElseThrow().deployment())
                .isEqualTo(versions.find(before).orElseThrow().deployment());
        assertThat(versions.snapshot(versions.find(number).orElseThrow())
                        .files()
                        .keySet())
                .isEqualTo(versions.snapshot(versions.find(before).orElseThrow())
                        .files()
                        .keySet());
    }

    private int rows(String count) {
        return sql.sql(count).query(Integer.class).single();
    }

    @Test
    void theSameSavedOnceMoreIsNoVersion() {
        folder.edit(ENGLISH, text -> text + " ");
        folder.edit(ENGLISH, text -> text.substring(0, text.length() - 1));
        saved.saved();

        assertThat(versions.live()).hasValue(before);
    }

    @Test
    void whatOneRuleRefusesNobodySees() {
        var deployments = repository.createDeploymentQuery().count();
        folder.edit(ENGLISH, text -> saying(text, "Hello"));
        folder.edit("ticket.bpmn", "name=\"Understand the request\"", "name=\"Understand what is asked\"");
        folder.edit("knowledge/en/refund-status.md", text -> text + NoForbiddenWord.WORD);
        saved.saved();

        assertThat(versions.live()).hasValue(before);
        assertThat(texts.get("en", KEY)).isEqualTo("Not found");
        assertThat(live.files("knowledge/en/refund-status.md").values())
                .noneMatch(article -> new String(article, StandardCharsets.UTF_8).contains(NoForbiddenWord.WORD));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        var refused = versions.refused().orElseThrow();
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("test.forbidden");
            assertThat(finding.file()).isEqualTo("knowledge/en/refund-status.md");
        });

        saved.saved();
        assertThat(versions.refused().orElseThrow().number()).isEqualTo(refused.number());
        folder.reset();
        saved.saved();
        assertThat(versions.refused()).isEmpty();
        assertThat(versions.live()).hasValue(before);
    }

    @Test
    void whatTheEngineRefusesNobodySeesEither() {
        folder.edit(ENGLISH, text -> saying(text, "Hello"));
        folder.edit(
                "ticket.bpmn", "bpmnElement=\"serviceTask_understandRequest\"", "bpmnElement=\"serviceTask_nobody\"");
        saved.saved();

        assertThat(versions.live()).hasValue(before);
        assertThat(texts.get("en", KEY)).isEqualTo("Not found");
        assertThat(versions.refused().orElseThrow().findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("engine.refuses");
            assertThat(finding.file()).isEqualTo("ticket.bpmn");
            assertThat(finding.line()).isPositive();
            assertThat(finding.values().get("reason")).contains("serviceTask_nobody");
        });
    }

    @Test
    void aWarningInformsAndGoesLive() {
        folder.edit(ENGLISH, text -> saying(text, NoForbiddenWord.QUESTIONABLE));
        saved.saved();

        var version = versions.find(versions.live().orElseThrow()).orElseThrow();
        assertThat(version.number()).isGreaterThan(before);
        assertThat(version.findings()).singleElement().matches(finding -> !finding.refuses());
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "a diagram that breaks off",
                        "xml.broken",
                        "survey.dmn|bot-attempt.bpmn",
                        folder -> folder.edit("bot-attempt.bpmn", text -> text.substring(0, text.length() / 2))),
                damage(
                        "a table that breaks off",
                        "xml.broken",
                        "survey.dmn",
                        folder -> folder.edit("survey.dmn", text -> text.substring(0, text.length() / 2))),
                damage(
                        "a file from outside",
                        "xml.doctype",
                        "survey.dmn",
                        folder -> folder.edit(
                                "survey.dmn",
                                text -> text.replaceFirst(
                                        "\\?>", "?><!DOCTYPE d [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"))),
                damage(
                        "a billion laughs",
                        "xml.doctype",
                        "ticket.bpmn",
                        folder -> folder.edit("ticket.bpmn", text -> text.replaceFirst("\\?>", "?>" + laughs()))),
                damage(
                        "50 MB",
                        "file.tooLarge",
                        "knowledge/en/large.md",
                        folder -> folder.save("knowledge/en/large.md", new byte[50 << 20])),
                damage(
                        "another encoding",
                        "text.broken",
                        ENGLISH,
                        folder -> folder.save(
                                ENGLISH, folder.read(ENGLISH).concat("\nx = ä").getBytes(StandardCharsets.ISO_8859_1))),
                damage(
                        "two files with one id",
                        "model.twice",
                        "",
                        folder -> folder.save("second.bpmn", folder.read("ticket.bpmn"))),
                damage("no ticket process", "folder.noTicket", "ticket.bpmn", folder -> folder.delete("ticket.bpmn")),
                damage("nothing at all", "xml.broken", "ticket.bpmn", folder -> folder.save("ticket.bpmn", "")));
    }

    private static Arguments damage(String name, String rule, String file, Consumer<OwnersFolder> damage) {
        return Arguments.of(name, rule, file, damage);
    }

    private static String laughs() {
        var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (var i = 1; i < 10; i++) {
            laughs.append("<!ENTITY lol%d \"%s\">"
                    .formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
        }
        return laughs.append("]>").toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void whatIsDamagedIsRefusedWithAReasonAndTheLiveVersionStays(
            String name, String rule, String file, Consumer<OwnersFolder> damage) {
        damage.accept(folder);
        saved.saved();

        assertThat(versions.live()).hasValue(before);
        assertThat(versions.refused().orElseThrow().findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            if (!file.isEmpty()) assertThat(finding.file()).isIn((Object[]) file.split("\\|"));
            assertThat(new FindingLines().wrong(finding, "de")).doesNotContain(rule);
            assertThat(new FindingLines().toDo(finding, "de")).isNotBlank();
        });
        assertThat(texts.get("en", KEY)).isEqualTo("Not found");
    }

    @Test
    void aFolderThatVanishesTakesNothingWithIt() throws IOException {
        var away = folder.path.resolveSibling(folder.path.getFileName() + "-away");
        Files.move(folder.path, away);
        saved.saved();

        assertThat(versions.live()).hasValue(before);
        assertThat(versions.refused().orElseThrow().findings())
                .extracting(finding -> finding.rule())
                .containsExactly("folder.missing");
        assertThat(live.files("*.bpmn")).isNotEmpty();

        Files.move(away, folder.path);
        saved.saved();
        assertThat(versions.refused()).isEmpty();
    }

    /** Pairs that belong together, saved while the one before is still being deployed; only after the fourth and eighth somebody waits. */
    @Test
    void manyQuickSavesEndWithTheLastGoodOneAndNeverWithAMixture() throws InterruptedException {
        var seen = new CopyOnWriteArrayList<List<String>>();
        var watcher = watches(seen);
        try {
            for (var save = 1; save <= 12; save++) {
                savesAPair(save, save % 3 == 0 ? NoForbiddenWord.WORD : "");
                if (save == 4 || save == 8) awaitsLive(save, seen);
                else Thread.sleep(200);
            }
            savesAPair(13, "");
            awaitsLive(13, seen);
        } finally {
            watcher.interrupt();
            watcher.join();
        }

        await().until(() -> texts.get("en", KEY), "save-13"::equals);
        assertThat(nameInEngine()).contains("save-13.");
        assertThat(seen).allSatisfy(pair -> assertThat(pair.get(0)).isEqualTo(pair.get(1)));
        assertThat(seen)
                .extracting(pair -> pair.get(0))
                .contains("4", "8", "13")
                .doesNotContain("3", "6", "9", "12");
    }

    private void savesAPair(int number, String bad) {
        folder.edit("ticket.bpmn", text -> marked(text, number));
        folder.edit(ENGLISH, text -> saying(text, "save-" + number + bad));
    }

    private void awaitsLive(int number, List<List<String>> seen) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> seen.get(seen.size() - 1).get(0).equals("" + number));
    }

    /** What is live, whenever it is another than before. */
    private Thread watches(List<List<String>> seen) {
        seen.add(marks());
        var watcher = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                var now = marks();
                if (!seen.get(seen.size() - 1).equals(now)) seen.add(now);
                LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            }
        });
        watcher.start();
        return watcher;
    }

    private List<String> marks() {
        var files = live.files("{ticket.bpmn,texts/messages_en.properties}");
        return List.of(mark(requireNonNull(files.get("ticket.bpmn"))), mark(requireNonNull(files.get(ENGLISH))));
    }

    /** One text is put in other words, as an owner does it. */
    private static String saying(String texts, String words) {
        return texts.replaceFirst("(?m)^" + Pattern.quote(KEY) + "\\s*=.*$", KEY + " = " + words);
    }

    private static String marked(String model, int save) {
        return model.replaceFirst("<bpmn:documentation>(save-\\d+\\. )?", "<bpmn:documentation>save-" + save + ". ");
    }

    private static String mark(byte[] file) {
        var mark = Pattern.compile("save-(\\d+)").matcher(new String(file, StandardCharsets.UTF_8));
        return mark.find() ? mark.group(1) : "none";
    }
}
