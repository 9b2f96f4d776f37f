package io.tandem.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is asked for is there. That all languages say the same is held by the check of the folder. */
class TextFilesTest {

    private static final Path TEXTS = Path.of("processes/texts");

    @Test
    void noKeyStandsTwice() throws IOException {
        for (var language : Set.of("de", "en")) {
            var keys = new ArrayList<String>();
            for (var line : Files.readAllLines(file(language))) {
                if (line.matches("[\\w.-]+\\s*=.*")) keys.add(line.split("\\s*=", 2)[0]);
            }
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyProblemThatTheCodeNamesHasItsWords() throws IOException {
        var texts = texts("en");
        assertThat(named("new Problem\\(\\s*HttpStatus\\.\\w+,\\s*(?:[^\"]*\\? )?\"(\\w+)\""))
                .allSatisfy(problem -> {
                    assertThat(texts).containsKey("problem." + problem + ".title");
                    assertThat(texts).containsKey("problem." + problem + ".detail");
                });
    }

    @Test
    void everyReasonForAHandoverIsToldToCustomerAndAgent() throws IOException {
        var texts = texts("en");
        for (var reason : io.tandem.ticket.Ticket.Handover.values()) {
            assertThat(texts)
                    .containsKeys(
                            "handover." + reason,
                            "system.handover." + reason,
                            "system.handover." + reason + ".minutes");
        }
    }

    private static Set<String> named(String pattern) throws IOException {
        var found = new HashSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                Pattern.compile(pattern)
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file(language))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Path file(String language) {
        return TEXTS.resolve("messages_" + language + ".properties");
    }
}
