package io.tandem.desk.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlanksTest {

    private static final Blanks KARLA = new Blanks(Optional.of("Karla $1"), "dear customer", 4711, "Anna");
    private static final Blanks NOBODY = new Blanks(Optional.empty(), "dear customer", 4711, "Anna");

    @Test
    void aBlockIsFilledForTheTicket() {
        assertThat(KARLA.fill("Hello {customer} ({name}), your ticket is {number}. {agent}"))
                .isEqualTo("Hello Karla $1 (Karla $1), your ticket is 4711. Anna");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello {customer}, we are here.     | Hello, we are here.
            Guten Tag {name}!                  | Guten Tag!
            Hello {customer}                   | Hello
            Thank you, {customer}, for waiting | Thank you, dear customer, for waiting
            {customer}, we are here            | dear customer, we are here
            We told {customer} so              | We told dear customer so
            """)
    void whoHasNoNameIsSpokenToPolitely(String block, String filled) {
        assertThat(NOBODY.fill(block)).isEqualTo(filled);
    }

    @Test
    void whatIsNoPlaceholderStays() {
        assertThat(KARLA.fill("{order} {Customer} {}")).isEqualTo("{order} {Customer} {}");
    }
}
