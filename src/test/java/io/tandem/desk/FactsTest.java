package io.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tandem.desk.Brief.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bestellung WK-12345678 fehlt      | order   | WK-12345678
            invoice R-123456789 is wrong      | invoice | R-123456789
            ich habe 1.249,90 € bezahlt       | amount  | 1.249,90 €
            you took EUR 20.00 from me        | amount  | EUR 20.00
            am 3.11.2026 bestellt             | date    | 3.11.2026
            since 2026-11-03                  | date    | 2026-11-03
            karla.k+shop@mail.example bitte   | email   | karla.k+shop@mail.example
            von DE89 3704 0044 0532 0130 00   | iban    | DE89 … 3000
            """)
    void whatAnAgentWouldAskForIsFound(String text, String kind, String value) {
        assertThat(Facts.in(text)).contains(new Fact(kind, value));
    }

    @Test
    void aTextWithoutFactsHasNone() {
        assertThat(Facts.in("Wo bleibt mein Paket? Ich warte seit 2 Wochen.")).isEmpty();
    }

    /** The first pattern for amounts took minutes for 60,000 digits, and held the ticket meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "a", "1.", "a.", "a@", "1,", "DE12 ", "€", "1 "})
    void noTextIsSearchedForLong(String piece) {
        var text = piece.repeat(100_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Facts.in(text));
    }
}
