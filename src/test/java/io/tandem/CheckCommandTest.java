package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tandem check}, as a person or a build calls it. */
class CheckCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void aFolderThatIsRightIsAccepted() {
        assertThat(check("processes", "--lang", "en")).isZero();
        assertThat(said()).matches("Accepted: \\d+ files checked, errors: 0, warnings: 0\\.\\R");
    }

    @Test
    void aFolderWithAnErrorIsRefusedWithPlaceReasonAndAdvice() throws IOException {
        save(Edited.ours().replace("ticket.bpmn", " default=\"flow_whoHelps_to_toPerson\"", ""));

        assertThat(check(folder.toString(), "--lang", "de")).isOne();

        assertThat(said())
                .containsPattern("FEHLER  ticket\\.bpmn:\\d+  \"Who helps\\?\" \\(gateway_whoHelps\\)")
                .contains("An „Who helps?“ trennen sich Wege")
                .contains("Was tun: Machen Sie einen der Wege zum Standard")
                .endsWith("Abgelehnt: " + Edited.ours().folder().files().size()
                        + " Dateien geprüft, 1 Fehler, Hinweise: 1." + System.lineSeparator());
    }

    @Test
    void aWarningDoesNotRefuse() throws IOException {
        save(Edited.ours().replace("survey.dmn", "<text>\"WITHDRAWN\"</text>", "<text>-</text>"));

        assertThat(check(folder.toString(), "--lang", "en")).isZero();
        assertThat(said()).contains("WARNING  survey.dmn").contains("Row 3").containsPattern("warnings: \\d");
    }

    @Test
    void programsGetBothLanguages() throws IOException {
        save(Edited.ours()
                .replace("bot-attempt.bpmn", ">PT1H<", ">PT10S<")
                .replace(
                        "bot-attempt.bpmn",
                        "sourceRef=\"catchEvent_noReply\" targetRef=\"endEvent_notReplied\"",
                        "sourceRef=\"catchEvent_noReply\" targetRef=\"gateway_question\""));

        assertThat(check(folder.toString(), "--json")).isOne();

        var report = new ObjectMapper().readTree(said());
        assertThat(report.path("accepted").asBoolean(true)).isFalse();
        var loop = report.path("findings").findParents("rule").stream()
                .filter(finding -> finding.path("rule").asText().equals("timer.loop"))
                .findFirst()
                .orElseThrow();
        assertThat(loop.at("/element/label").asText()).isEqualTo("An hour of silence");
        assertThat(loop.at("/wrong/en").asText()).contains("in a circle");
        assertThat(loop.at("/wrong/de").asText()).contains("im Kreis");
        assertThat(loop.path("way"))
                .extracting(step -> step.path("id").asText())
                .containsExactly("catchEvent_noReply", "gateway_question", "catchEvent_noReply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"there-is-none", "--colour", "processes processes", "--lang", "--lang fr"})
    void whatCannotBeMeantIsExplained(String arguments) {
        assertThat(check(arguments.split(" "))).isEqualTo(2);

        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Usage: check [FOLDER]");
        assertThat(said()).isEmpty();
    }

    private void save(Edited edited) throws IOException {
        for (var file : edited.folder().files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private int check(String... arguments) {
        return CheckCommand.run(List.of(arguments), utf8(out), utf8(errors));
    }

    private static PrintStream utf8(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
