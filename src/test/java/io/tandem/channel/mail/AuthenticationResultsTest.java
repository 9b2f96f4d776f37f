package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our mail server says of a sender counts; what anybody else has written does not. */
class AuthenticationResultsTest {

    private static final String OURS = "mx.shop.example";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dmarc=fail (p=none) header.from=customer.example | true",
                "dmarc=pass header.from=customer.example; spf=fail smtp.mailfrom=x@evil.example | false",
                "spf=pass smtp.mailfrom=x@evil.example; dkim=pass header.d=evil.example; dmarc=fail header.from=customer.example | true",
                "spf=fail smtp.mailfrom=karla@customer.example | true",
                "spf=softfail (not \\) permitted; dmarc=pass) smtp.mailfrom=karla@customer.example; dkim=none | true",
                "dkim=fail reason=\"bad; dmarc=pass\" header.d=customer.example | true",
                "spf=fail smtp.mailfrom=list@list.example; dkim=pass header.d=customer.example | false",
                "spf=fail smtp.mailfrom=list@list.example; dkim=pass header.i=@mail.customer.example | false",
                "spf=fail smtp.mailfrom=x@evil.example; dkim=pass header.d=evilcustomer.example | true",
                "spf=fail smtp.mailfrom=x@evil.example; dkim=pass header.d=example | true",
                "spf=none; dkim=none; dmarc=none | false",
                "spf=temperror; dmarc=temperror | false",
                "none | false",
            })
    void aSenderIsDoubtedWhereTheServerSaysSo(String results, boolean doubted) {
        assertThat(isDoubted("Authentication-Results: " + OURS + "; " + results))
                .isEqualTo(doubted);
    }

    @Test
    void onlyTheServerThatWeTrustCounts() {
        assertThat(isDoubted("Authentication-Results: mx.evil.example; dmarc=fail"))
                .isFalse();
        assertThat(isDoubted("Authentication-Results: MX.shop.example 1;\r\n\tdmarc=fail"))
                .isTrue();
        assertThat(isDoubted("Subject: Authentication-Results: mx.shop.example; dmarc=fail"))
                .isFalse();
    }

    @Test
    void whatASenderWroteHimselfStandsBelowWhatTheServerSays() {
        var server = "Authentication-Results: " + OURS + "; dmarc=fail\r\n";
        var forged = "Authentication-Results: " + OURS + "; dmarc=pass\r\n";

        assertThat(isDoubted(server + forged)).isTrue();
    }

    @Test
    void nobodyIsDoubtedWhoIsNobody() {
        var raw = "Authentication-Results: " + OURS + "; dmarc=fail\r\n\r\nHi";

        assertThat(Head.of(raw.getBytes(StandardCharsets.UTF_8)).isDoubtedBy(OURS))
                .isFalse();
    }

    private static boolean isDoubted(String headers) {
        var raw = headers.strip() + "\r\nFrom: Karla <karla@customer.example>\r\n\r\nHi";
        return Head.of(raw.getBytes(StandardCharsets.UTF_8)).isDoubtedBy(OURS);
    }
}
