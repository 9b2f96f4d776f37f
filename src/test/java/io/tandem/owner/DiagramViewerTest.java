package io.tandem.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle of bpmn-js that is committed: what its sources build, with all licences, of the versions that are named. */
class DiagramViewerTest {

    private static final Path TOOLS = Path.of("tools/diagram-viewer");
    private static final Path BUNDLE = Path.of("src/main/resources/static/processes/vendor");

    @Test
    void buildingItAgainGivesTheSameBytes() throws Exception {
        assumeTrue(
                isOnPath("node") && Files.isDirectory(TOOLS.resolve("node_modules/esbuild")),
                "The bundle is not built again: it needs Node.js and, in tools/diagram-viewer, npm ci --ignore-scripts");
        var build = new ProcessBuilder("node", "build.mjs", "--check")
                .directory(TOOLS.toFile())
                .redirectErrorStream(true)
                .start();

        var said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(build.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue()).as(said).isZero();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void theLicencesOfAllThatIsInItStandBesideIt() throws IOException {
        var licences = Files.readString(BUNDLE.resolve("diagram-viewer.LICENSES.txt"));

        assertThat(licences)
                .contains("bpmn-js 18.31.1", "The source code responsible for displaying the bpmn.io project watermark")
                .contains("diagram-js ", "moddle-xml ", "saxen ", "tiny-svg ", "path-intersection ");
        assertThat(Files.readString(BUNDLE.resolve("diagram-viewer.js"))).contains("bjs-powered-by");
    }

    @Test
    void packagesArePinnedAndComeFromNoNamedPlace() throws IOException {
        var wanted = new ObjectMapper().readTree(TOOLS.resolve("package.json").toFile());
        assertThat(wanted.path("devDependencies"))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(version.asText()).matches("\\d+\\.\\d+\\.\\d+"));
        assertThat(Files.readString(TOOLS.resolve("package-lock.json")))
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"");
    }
}
