package io.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.model.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step says that it needs is what its code cannot do without. */
class StepNeedsTest {

    private static final Pattern READ = Pattern.compile("\\b([A-Z][A-Z_]+)\\.get\\(execution\\)");

    static Stream<Path> steps() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/io/tandem"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(StepNeedsTest::isStep)
                    .toList()
                    .stream();
        }
    }

    private static boolean isStep(Path file) {
        return read(file).contains("\n@Step");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepIsGivenWhatItNeeds(Path file) {
        var name = file.getFileName().toString().replace(".java", "");
        var facts = Steps.ours()
                .find(name.substring(0, 1).toLowerCase() + name.substring(1))
                .orElseThrow();

        var said = new TreeSet<>(facts.needs());
        said.addAll(facts.takes());

        assertThat(said).isEqualTo(readIn(read(file)));
    }

    private static Set<String> readIn(String code) {
        return READ.matcher(code)
                .results()
                .map(found -> nameOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(String constant) {
        try {
            return ((Variable<?>) Variables.class.getField(constant).get(null)).name();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
