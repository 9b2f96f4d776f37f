package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

    static Stream<Press> presses() {
        var message = UUID.randomUUID();
        return Stream.of(
                Press.human(),
                Press.helped(message),
                Press.unhelped(message),
                Press.choose(message, 1),
                Press.rate(12, 5));
    }

    @ParameterizedTest
    @MethodSource("presses")
    void isUnderstoodAsItWasSaid(Press press) {
        assertThat(Press.read(press.text())).contains(press);
        assertThat(press.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "human ",
                "rate:1:6",
                "rate:1:0",
                "rate::5",
                "helped:1",
                "choose:1:1",
                "HUMAN",
                "rate:9999999:1"
            })
    void whatIsNoneOfOursSaysNothing(String text) {
        assertThat(Press.read(text)).isEmpty();
    }
}
