package io.tandem.content;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts say the same things in all languages, and everything that is asked for is there. */
class TextFilesTest {

    private static final Path TEXTS = Path.of("processes/texts");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void allLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts("de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
    }

    @Test
    void aTextHasTheSamePlaceholdersInAllLanguages() throws IOException {
        var english = texts("en");
        texts("de")
                .forEach((key, text) -> assertThat(placeholders(text.toString()))
                        .as(key.toString())
                        .isEqualTo(placeholders(english.getProperty(key.toString()))));
    }

    @Test
    void noTextIsEmptyAndNoKeyStandsTwice() throws IOException {
        for (var language : Set.of("de", "en")) {
            assertThat(texts(language).values())
                    .noneMatch(text -> text.toString().isBlank());
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

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
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
