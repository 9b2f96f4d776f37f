package io.tandem.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.ProgramTexts;
import io.tandem.model.BrokenXml;
import io.tandem.model.XmlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers of files talk to programmers; owners hear it in their own words. */
class ReasonsTest {

    private static final Locale BEFORE = Locale.getDefault();

    @BeforeAll
    static void readersSpeakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterAll
    static void readersSpeakAsBefore() {
        Locale.setDefault(BEFORE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b></a>|<b> wird nicht mit </b> geschlossen|<b> is not closed with </b>",
                "<a><b/>|sie bricht mittendrin ab|it breaks off in the middle",
                "hello|vor dem ersten Element steht etwas anderes|something stands before the first element",
                "<a/><b/>|hinter dem letzten Element steht noch etwas|something stands behind the last element",
                "<a b='1' b='2'/>|„b“ steht in <a> zweimal|“b” stands twice in <a>",
                "<a>1 < 2</a>|ein Zeichen wie < steht, wo es nicht stehen darf; schreiben Sie &lt;|a sign like < stands where it must not; write &lt;",
                "<a b='1 < 2'/>|„b“ in <a> enthält ein <; schreiben Sie &lt;|“b” in <a> has a <; write &lt;",
                "<a>Q & A</a>|ein & steht allein; schreiben Sie &amp;|an & stands by itself; write &amp;",
                "<a x:b='1'/>|die Datei sagt nicht, was „x:“ in <a> bedeutet|the file does not say what “x:” in <a> means",
                "<x:a/>|die Datei sagt nicht, was „x:“ in <x:a> bedeutet|the file does not say what “x:” in <x:a> means"
            })
    void whatIsWrongWithXmlIsToldInTwoLanguages(String xml, String german, String english) {
        var reason = reasonOf(xml);

        assertThat(Reasons.in("de", reason)).isEqualTo(german);
        assertThat(Reasons.in("en", reason)).isEqualTo(english);
    }

    private static String reasonOf(String xml) {
        try {
            XmlFile.read(xml.getBytes(StandardCharsets.UTF_8));
            throw new AssertionError(xml + " can be read");
        } catch (BrokenXml broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    @Test
    void whatNobodyHasPutIntoWordsIsShownAsTheirs() {
        assertThat(Reasons.in("de", "disk on fire")).isEqualTo("gemeldet wird: „disk on fire“");
        assertThat(Reasons.in("en", "disk on fire")).isEqualTo("disk on fire");
    }

    @Test
    void allThatReadersUsuallySayIsSaidInGerman() {
        var german = new ProgramTexts("reasons");

        assertThat(ProgramTexts.inOrder("reasons_reader"))
                .hasSizeGreaterThan(40)
                .allSatisfy((key, says) -> {
                    assertThat(german.has("de", key)).as(key).isTrue();
                    assertThat(blanks(says)).as(key).containsAll(blanks(german.get("de", key, Map.of())));
                    assertThat(blanks(says)).as(key).containsAll(blanks(german.get("en", key, Map.of())));
                });
    }

    private static List<String> blanks(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
