package io.tandem.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tandem.bot.Fact.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bestellung WK-12345678 fehlt                    | ORDER           | WK-12345678
            my order no. 4711-A9 never came                 | ORDER           | 4711-A9
            order #88231 please                             | ORDER           | 88231
            Meine Bestellnummer lautet 20041                | ORDER           | 20041
            Auftragsnr.: AB/20041-7                         | ORDER           | AB/20041-7
            wo bleibt die Bestellung 7788991                | ORDER           | 7788991
            invoice R-123456789 is wrong                    | INVOICE         | R-123456789
            Rechnungsnummer 2026-0815 ist falsch            | INVOICE         | 2026-0815
            my invoice number is INV-00471                  | INVOICE         | INV-00471
            Kundennummer: 55012                             | CUSTOMER_NUMBER | 55012
            customer id 55012                               | CUSTOMER_NUMBER | 55012
            Sendungsnummer 00340434161094042557             | TRACKING        | 00340434161094042557
            UPS says 1Z999AA10123456784                     | TRACKING        | 1Z999AA10123456784
            it is RR123456785DE                             | TRACKING        | RR123456785DE
            ich habe 1.249,90 € bezahlt                     | AMOUNT          | 1.249,90 €
            you took EUR 20.00 from me                      | AMOUNT          | EUR 20.00
            it was $1,249.90 in all                         | AMOUNT          | $1,249.90
            they took £15 twice                             | AMOUNT          | £15
            CHF 1'249.90 sind weg                           | AMOUNT          | CHF 1'249.90
            mir fehlen 30 Franken                           | AMOUNT          | 30 Franken
            am 3.11.2026 bestellt                           | DATE            | 3.11.2026
            since 2026-11-03                                | DATE            | 2026-11-03
            am 3. März bestellt                             | DATE            | 3. März
            am 3. maerz oder 4. Dezember 2026               | DATE            | 4. Dezember 2026
            ordered March 3rd                               | DATE            | March 3rd
            ordered on Nov. 21, 2026                        | DATE            | Nov. 21, 2026
            on the 2nd of June 2026                         | DATE            | 2nd of June 2026
            karla.k+shop@mail.example bitte                 | EMAIL           | karla.k+shop@mail.example
            jürgen@müller.example bitte                     | EMAIL           | jürgen@müller.example
            karla (at) mail.example                         | EMAIL           | karla (at) mail.example
            von DE89 3704 0044 0532 0130 00                 | IBAN            | DE89 … 3000
            von de89370400440532013000 abgebucht            | IBAN            | DE89 … 3000
            AT61 1904 3002 3457 3201 bitte                  | IBAN            | AT61 … 3201
            IBAN DE89.3704.0044.0532.0130.00                | IBAN            | DE89 … 3000
            DE89-3704-0044-0532-0130-00                     | IBAN            | DE89 … 3000
            Karte 4111.1111.1111.1111 bitte                 | CARD            | … 1111
            card 4111 1111 1111 1111 exp 12/27              | CARD            | … 1111
            Karte 5555-5555-5555-4444                       | CARD            | … 4444
            ruf an: +49 (0)30 1234567                       | PHONE           | +49 (0)30 1234567
            Tel. 030/123456-78                              | PHONE           | 030/123456-78
            mobil 0176 12345678                             | PHONE           | 0176 12345678
            call me at (555) 123-4567                       | PHONE           | (555) 123-4567
            Ich wohne Birkenweg 3a, 10115 Berlin            | ADDRESS         | Birkenweg 3a, 10115 Berlin
            in der Goethestr. 12 bitte                      | ADDRESS         | Goethestr. 12
            send it to 10 Downing Street, London SW1A 2AA   | ADDRESS         | 10 Downing Street, London SW1A 2AA
            mein Name ist Karla Kolumna                     | NAME            | Karla Kolumna
            Ich war bei Herrn Lange                         | NAME            | Lange
            Danke, viele Grüße Karla Kolumna                | NAME            | Karla Kolumna
            Kind regards, Tom O'Hara                        | NAME            | Tom O'Hara
            es geht um 123456789                            | NUMBER          | 123456789
            """)
    void whatAnAgentWouldAskForIsFound(String text, Kind kind, String value) {
        assertThat(Facts.in(text)).extracting(Fact::kind, Fact::value).contains(tuple(kind, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wo bleibt mein Paket? Ich warte seit 2 Wochen.",
                "Ich habe Bestellung und Rechnung nicht bekommen",
                "I placed 3 orders, order 2 never came",
                "in order to return 5 shirts in 36, 38 and 40",
                "Viele Grüße aus Berlin",
                "May I return it? It may be 30 days.",
                "my name is wrong on the label",
                "Ohrring 2 ist schon der letzte, Platz 3 auch",
                "Version 1.2.3 geht nicht"
            })
    void aTextWithoutFactsHasNone(String text) {
        assertThat(Facts.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 01",
                "DE89 3704 0044 0532",
                "4111 1111 1111 1112",
                "7111 1111 1111 1111"
            })
    void aNumberWhoseCheckFailsIsOnlyANumber(String text) {
        assertThat(Facts.in(text)).extracting(Fact::kind).containsOnly(Kind.NUMBER);
    }

    @Test
    void factsHaveTheirPlaceInTheText() {
        var text = "Rechnung R-123456789 über 20 €, IBAN DE89 3704 0044 0532 0130 00, Karla.K@mail.example";

        var facts = Facts.in(text);

        assertThat(facts)
                .extracting(fact -> text.substring(fact.start(), fact.end()))
                .containsExactly("R-123456789", "20 €", "DE89 3704 0044 0532 0130 00", "Karla.K@mail.example");
    }

    @Test
    void whatWasCopiedWithHardSpacesIsFoundToo() {
        var text = "Auf DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000 fehlen 20\u202F€";

        assertThat(Facts.in(text)).extracting(Fact::kind).containsExactly(Kind.AMOUNT, Kind.IBAN);
    }

    @Test
    void noCharacterBelongsToTwoFacts() {
        var text = "Bestellnummer 4111111111111111, Tel. 0176 12345678 am 01.02.2026 um 030 1234567";

        var facts = Facts.in(text);

        assertThat(facts).extracting(Fact::kind).containsExactly(Kind.ORDER, Kind.DATE, Kind.PHONE, Kind.PHONE);
    }

    /** The first pattern for amounts took minutes for 60,000 digits, and held the ticket meanwhile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "a",
                "1.",
                "a.",
                "a@",
                "1,",
                "DE12 ",
                "€",
                "1 ",
                "A",
                "Aa ",
                "AB12",
                "order ",
                "order no ",
                "Herr ",
                "4111 ",
                "12-",
                "0 ",
                "+4 ",
                "str. ",
                "1 A ",
                "A-",
                "DE89 3704 0044 0532 0130 0",
                "\n",
                " ",
                "(",
                "Mai 1",
                "mein name ist ",
                "weg ",
                "12 Ab ab ab Street ",
                "1/",
                "x\u00A0",
                "#",
                "Grüße, A "
            })
    void noTextIsSearchedForLong(String piece) {
        var text = piece.repeat(100_000 / piece.length());

        var worked = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> work(() -> Facts.in(text)));

        assertThat(worked).isLessThan(Duration.ofSeconds(2));
    }

    /** The processor's time, which does not grow because others use the machine, too. */
    private static Duration work(Runnable task) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        task.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    @Test
    void anAccountIsRecognizedHoweverItIsTyped() {
        for (var text : List.of(
                "DE89\t3704\t0044\t0532\t0130\t00",
                "DE89 3704 0044\n0532 0130 00",
                "\uFF24\uFF25\uFF18\uFF19\uFF13\uFF17\uFF10\uFF14\uFF10\uFF10\uFF14\uFF14"
                        + "\uFF10\uFF15\uFF13\uFF12\uFF10\uFF11\uFF13\uFF10\uFF10\uFF10")) {
            assertThat(Facts.in("From " + text + " please"))
                    .as(text)
                    .extracting(Fact::kind, Fact::start, Fact::end)
                    .containsExactly(tuple(Kind.IBAN, 5, 5 + text.length()));
        }
    }
}
