package io.tandem.bot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.000,00 €                    | EUR 1,000
            € 1.000                       | 1,000.00 Euro
            CHF 1'249.90                  | 1.249,90 Franken
            4,95 €                        | 4.95 EUR
            30 Tage                       | 30-tägige Frist
            within 30 days                | 30-day period
            2 bis 4 Tage                  | 2–4 Tage
            2 to 4 days                   | 2 days
            5 Werktagen                   | 5 Werktage
            5 business days               | 5 working days
            20 %                          | 20 Prozent
            20 per cent                   | 20%
            von 8 bis 20 Uhr              | 8:00 bis 20:00 Uhr
            am 3.11.2026                  | am 3. November 2026
            am 03.11.2026                 | am 3. November
            on November 3rd, 2026         | 2026-11-03
            the 3rd of March              | March 3
            seit dem 3. März 2026         | im März 2026
            Montag bis Freitag            | montags
            Saturday                      | Sonnabend
            1. Gehen Sie zu Punkt 7       | 7
            within 30 days                | without any figure
            """)
    void whatTheArticleStatesMayBeSaid(String article, String answer) {
        assertThat(Figures.in(article)).containsAll(Figures.in(answer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            within 30 days                | within 40 days
            within 30 days                | you get 30 %
            within 30 days                | within 30 weeks
            5 Werktage                    | 5 Tage
            2 bis 4 Tage                  | 3 Tage
            30 Tage                       | 30 €
            4,95 €                        | 495 €
            4,95 €                        | 5 €
            1.000 €                       | 1,00 €
            1.000 €                       | 1.000 USD
            am 3.11.2026                  | am 4.11.2026
            am 3.11.2026                  | am 3.12.2026
            am 3.11.2026                  | am 3. November 2027
            im März                       | am 3. März
            am 3. November                | im Dezember
            Montag bis Freitag            | auch am Sonntag
            8 bis 20 Uhr                  | bis 20:30 Uhr
            1. Erst dies, 2. dann das     | 1 Gutschein
            Rufen Sie an                  | 0800 123456
            no figure                     | 1
            """)
    void whatItDoesNotStateMayNot(String article, String answer) {
        assertThat(Figures.in(answer)).isNotEmpty();
        assertThat(Figures.in(article).containsAll(Figures.in(answer))).isFalse();
    }
}
