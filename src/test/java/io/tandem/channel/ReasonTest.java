package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <karla@customer.example>: no such user",
                "RCPT TO:<karla@customer.example> refused",
                "user 49 171 5550137 has no WhatsApp",
                "+491715550137 is unknown"
            })
    void theLogDoesNotLearnWhomAMessageDidNotReach(String said) {
        var reason = Reason.of(new IllegalStateException(said));

        assertThat(reason.text()).isEqualTo(said);
        assertThat("It failed: " + reason).doesNotContain("karla", "5550137").contains("...");
    }

    @Test
    void whatNamesNobodyStandsInTheLogAsItIs() {
        assertThat(Reason.of(new IllegalStateException("error 131047 of graph.facebook.com:443 after 30000 ms")))
                .hasToString("error 131047 of graph.facebook.com:443 after 30000 ms");
    }

    @Test
    void aFailureWithoutWordsIsCalledByItsKind() {
        assertThat(Reason.of(new IllegalStateException())).hasToString("IllegalStateException");
    }
}
