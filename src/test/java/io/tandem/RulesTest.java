package io.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.check.Rule;
import io.tandem.story.TandemRuns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TandemRuns
class RulesTest {

    @Autowired
    List<Rule> running;

    @Test
    void theRunningProgramAndTheCommandHaveTheSameRules() {
        assertThat(classes(Rules.all()))
                .containsExactlyInAnyOrderElementsOf(classes(running))
                .hasSizeGreaterThan(20);
    }

    private static List<Class<?>> classes(List<Rule> rules) {
        return rules.stream().<Class<?>>map(Rule::getClass).toList();
    }
}
