package io.tandem.check;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is found has its words, in both languages. */
class FindingWordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{(\\w+)}");

    /** A rule's name is a text of this shape where a finding is made. */
    private static final Pattern RULE = Pattern.compile("\"([a-z]\\w*\\.[a-z]\\w*)\"");

    /** Others refuse other things. */
    private static final Pattern REFUSAL =
            Pattern.compile("(?s)package io\\.tandem\\.process\\.engine;.*\\bRefusal\\b");

    @Test
    void everyRuleSaysWhatIsWrongAndWhatToDo() throws IOException {
        for (var language : FindingWords.LANGUAGES) {
            var texts = texts(language);
            assertThat(rules())
                    .hasSizeGreaterThan(80)
                    .allSatisfy(
                            rule -> assertThat(texts.stringPropertyNames()).contains(rule + ".wrong", rule + ".todo"));
        }
    }

    @Test
    void noWordsAreLeftOverFromARuleThatIsGone() throws IOException {
        var said = texts("en").stringPropertyNames().stream()
                .filter(key -> key.endsWith(".wrong"))
                .map(key -> key.replace(".wrong", ""))
                .toList();

        assertThat(rules()).containsAll(said);
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        var german = texts("de");
        var english = texts("en");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(german.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(german.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @Test
    void aWayIsShownStepByStep() {
        var way = List.of(
                new Finding.Element("a.bpmn", "task_1", "The bot answers"),
                new Finding.Element("a.bpmn", "event_2", null),
                new Finding.Element("b.bpmn", "end_3", "Closed"));
        var finding =
                Finding.error("timer.loop", "a.bpmn", way.get(0), Map.of()).by(way);

        assertThat(FindingWords.in("en").way(finding)).isEqualTo("The bot answers → event_2 → Closed");
        assertThat(FindingWords.in("en").wrong(finding)).startsWith("By “The bot answers” the process runs");
        assertThat(FindingWords.in("fr").wrong(finding)).startsWith("Über „The bot answers“");
    }

    /** Calls and decisions have the same rules under two names, which are put together. */
    private static Set<String> rules() throws IOException {
        var rules = new TreeSet<>(Set.of(
                "call.missing",
                "call.unknown",
                "call.binding",
                "decision.missing",
                "decision.unknown",
                "decision.binding"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/tandem"))) {
            for (var file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                var code = Files.readString(file);
                if (!code.contains("io.tandem.check")
                        && !REFUSAL.matcher(code).find()
                        && !code.contains("io.tandem.process.values")) continue;
                RULE.matcher(code).results().map(found -> found.group(1)).forEach(rules::add);
            }
        }
        rules.removeIf(rule -> rule.startsWith("check.") && !rule.equals("check.failed")
                || rule.matches(".*\\.(bpmn|dmn|yml|properties)"));
        return rules;
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/findings_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
