package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Finding;
import io.tandem.check.FindingWords;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our folder is right; what somebody breaks in it is found where they broke it, and what they change sensibly is not. */
class CheckedFolderTest {

    static Stream<Edit> broken() {
        return Edit.in("broken.txt");
    }

    static Stream<Edit> sensible() {
        return Edit.in("sensible.txt");
    }

    @Test
    void ourFolderIsRight() {
        assertThat(Edited.ours().findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatIsBrokenIsFound(Edit edit) {
        var findings = edit.of(Edited.ours()).findings();

        assertThat(findings).as(edit.expected()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(edit.rule());
            assertThat(finding.file()).isEqualTo(edit.file());
            assertThat(elementOf(finding)).isEqualTo(edit.element());
            if (finding.element() != null) assertThat(finding.line()).isPositive();
        });
        assertThat(findings).allSatisfy(CheckedFolderTest::isToldInAllLanguages);
    }

    private static String elementOf(Finding finding) {
        return finding.element() == null ? "." : finding.element().id();
    }

    private static void isToldInAllLanguages(Finding finding) {
        for (var language : FindingWords.LANGUAGES) {
            var words = FindingWords.in(language);
            for (var text : new String[] {words.wrong(finding), words.todo(finding)}) {
                assertThat(text).isNotBlank().doesNotStartWith(finding.rule());
                // ${...} is how a model writes an expression, and about placeholders one speaks by showing them
                if (!finding.rule().matches("text\\.(placeholders|unfilled)")) {
                    assertThat(text).doesNotContainPattern("(?<!\\$)\\{\\w+}");
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sensible")
    void whatIsSensibleIsAccepted(Edit edit) {
        assertThat(edit.of(Edited.ours()).findings()).isEmpty();
    }
}
