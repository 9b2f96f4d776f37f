package io.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void theNearestNameComesFirstAndOnlyThoseThatAreAboutAsNear() {
        assertThat(Nearest.to("helpr", List.of("skill", "helper", "reason"))).containsExactly("helper");
        assertThat(Nearest.to("warnedAt", List.of("warnAt", "dueAt", "warnBefore")))
                .containsExactly("warnAt");
        assertThat(Nearest.to("ab", List.of("ac", "ad", "ae", "af"))).containsExactly("ac", "ad", "ae");
    }

    @Test
    void smallAndCapitalLettersAreTheSame() {
        assertThat(Nearest.to("passon", List.of("pass", "passOn"))).startsWith("passOn");
    }

    @Test
    void ofNothingNothingIsNear() {
        assertThat(Nearest.to("helper", List.of())).isEmpty();
    }
}
