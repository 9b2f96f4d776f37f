package io.tandem.desk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.content.TextsFixture;
import io.tandem.desk.offer.Masks.Masked;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    private static final Texts TEXTS = TextsFixture.texts();

    @Test
    void factsGiveWayToTheirKind() {
        var masked = masked("en", "Karla Kolumna");

        assertThat(masked.text("Order WK-12345678, karla@example.com, DE89 3704 0044 0532 0130 00, 0151 23456789"))
                .isEqualTo("Order [order number], [email address], [account], [phone number]");
        assertThat(masked.text("We have sent you 49,90 € on 3 May 2026, dear Karla. Kolumna's parcel"))
                .isEqualTo("We have sent you [amount] on [date], dear [name]. [name]'s parcel");
    }

    @Test
    void aNameThatStandsOnlyInTheLettersIsMaskedEverywhere() {
        var said = message("Mein Name ist Gundula Gause. Wo ist mein Paket?");

        var masked = new Masks(TEXTS, new Markdown()).of(List.of(said), "de", Stream.empty());

        assertThat(masked.text("Das Paket von Gundula ist da")).isEqualTo("Das Paket von [Name] ist da");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Hallo Frau Gause,\\n\\nDas Paket ist da.\\n\\nViele Grüße\\nAnna Arndt | Das Paket ist da.
            de | Sehr geehrte Frau Dr. von-Gause,\\ndas Paket ist da. MfG               | das Paket ist da. MfG
            de | Liebe Kundin, das Paket ist da.\\nMfG, Anna\\nTeam Versand              | das Paket ist da.
            de | Guten Tag!\\nDas Paket ist da.                                        | Das Paket ist da.
            de | Guten Tag ist ein Gruß, das Paket ist da.                            | Guten Tag ist ein Gruß, das Paket ist da.
            de | Viele Grüße gingen verloren, das Paket aber ist da.                  | Viele Grüße gingen verloren, das Paket aber ist da.
            en | Hi there, it is on its way.\\nKind regards,\\nAnna                     | it is on its way.
            en | Dear Ms Smith\\nIt is on its way.                                     | It is on its way.
            en | Hello we have sent your parcel, it comes soon.                       | Hello we have sent your parcel, it comes soon.
            """)
    void whatOneWroteToAnotherIsLeftWithoutSalutationAndFarewell(String language, String reply, String left) {
        assertThat(masked(language, "Gundula Gause").reply(reply.replace("\\n", "\n")))
                .isEqualTo(left);
    }

    @Test
    void theBotsAnswersLoseTheirIntroductionAndKeepTheAmountsOfTheArticle() {
        var answer = TEXTS.get("en", "bot.introduction") + "\n\nIt costs **4.95 EUR**, [see here](/articles/en/x).";

        assertThat(masked("en", "Karla").answer(answer))
                .startsWith("It costs 4.95 EUR")
                .doesNotContain("*");
    }

    private static Masked masked(String language, String name) {
        return new Masks(TEXTS, new Markdown()).of(List.of(), language, Stream.of(name));
    }

    private static Message message(String text) {
        return new Message(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                Author.CUSTOMER,
                null,
                text,
                false,
                null,
                null,
                null,
                null,
                null,
                "web",
                null,
                false,
                Instant.EPOCH);
    }
}
