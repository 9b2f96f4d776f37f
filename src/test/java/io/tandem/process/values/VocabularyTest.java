package io.tandem.process.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.bot.SmallTalk;
import io.tandem.bot.Understanding.Autonomy;
import io.tandem.bot.Understanding.Mood;
import io.tandem.process.Variable;
import io.tandem.process.Variables;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the check knows of variables is what the program puts into them. */
class VocabularyTest {

    /** The bot stands above the processes, which therefore cannot see these. */
    @Test
    void theValuesOfTheBotAreThoseThatItSets() {
        assertThat(known(Variables.AUTONOMY)).containsExactlyInAnyOrder(names(Autonomy.values()));
        assertThat(known(Variables.MOOD)).containsExactlyInAnyOrder(names(Mood.values()));
        assertThat(known(Variables.SMALL_TALK)).containsExactlyInAnyOrder(names(SmallTalk.values()));
    }

    private static Stream<String> known(Variable<?> variable) {
        return variable.meaning().known().stream();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
