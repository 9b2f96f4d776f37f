package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
                "dmarc=pass (p=none; \") header.from=mail.customer.example | false",
                "dmarc=pass header.from=example.org; dkim=pass header.d=customer.example | true",
                "dmarc=pass header.from=evilcustomer.example | true",
                "dmarc=pass header.from=\"customer.example.\" | false",
                "dmarc=pass header.from=customer.example; dmarc=fail header.from=customer.example | true",
                "spf=pass smtp.mailfrom=\"a(b\"@evil.example; dmarc=fail | true",
                "spf=pass smtp.mailfrom=a(b@evil.example; dmarc=fail | true",
                "spf=pass smtp.mailfrom=a)b@evil.example; dmarc=none | true",
                "spf=pass smtp.mailfrom=\"a@evil.example; dmarc=fail | true",
                "spf=pass smtp.mailfrom=a\\; dmarc=fail | true",
                "spf=none; dmarc fail | true",
                "spf=fail smtp.mailfrom=x@evil.example; dkim=pass header.i=\"x@customer.example\"@evil.example | true",
                "spf=fail smtp.helo=x; dkim=pass (2048-bit key) header.d = customer.example header.b=\"a/b=\" | false",
                "dkim=pass reason=\"just generated, assumed good\" header.d=x.example; dmarc / 1 = fail | true",
                "spf=hardfail smtp.mailfrom=karla@customer.example | true",
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

    @Test
    void ofSeveralHeadersOfOurServerEachCanDoubtAndOnlyTheLatestCanProve() {
        assertThat(isDoubted(ours("spf=pass smtp.mailfrom=x@evil.example") + ours("dmarc=fail")))
                .isTrue();
        assertThat(isDoubted(ours("spf=fail") + ours("dmarc=pass header.from=customer.example")))
                .isTrue();
        assertThat(isDoubted(ours("dmarc=pass header.from=customer.example") + ours("spf=fail")))
                .isFalse();
    }

    @Test
    void whatStandsBelowTheNextHopIsNotOurServers() {
        var hop = "Received: from evil.example by mx.customer.example\r\n";

        assertThat(isDoubted("Received: from a by " + OURS + "\r\n" + ours("dmarc=none") + hop + ours("dmarc=fail")))
                .isFalse();
        assertThat(isDoubted(ours("spf=fail") + hop + ours("dmarc=pass header.from=customer.example")))
                .isTrue();
    }

    @Test
    void whatIsTooLongToBeReadIsADoubtAndHidesNothing() {
        var forged = ours("dmarc=pass header.from=customer.example");

        assertThat(isDoubted(ours("dmarc=fail (" + "x".repeat(20_000) + ")") + forged))
                .isTrue();
        assertThat(isDoubted(ours("x".repeat(20_000)) + forged)).isTrue();
        assertThat(isDoubted("Authentication-Results: mx.other.example; " + "x".repeat(20_000) + "\r\n" + forged))
                .isFalse();
        assertThat(isDoubted("Authentication-Results: (" + "(".repeat(9_000) + "\r\n" + forged))
                .isTrue();
        assertThat(isDoubted(ours("a=b " + "\"\"c=d ".repeat(2_000)))).isTrue();
    }

    @Test
    void aNameBelongsToWhoeverCannotBeTold() {
        assertThat(isDoubted("Authentication-Results: (" + OURS + "; dmarc=pass"))
                .isTrue();
        assertThat(isDoubted("Authentication-Results: (us) \"" + OURS + "\" 2; dmarc=none"))
                .isTrue();
        assertThat(isDoubted("Authentication-Results: (us) \"" + OURS + "\" 1; dmarc=none"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: karla@customer.example\\r\\nFrom: x@evil.example",
                "From: x@evil.example\\r\\nFrom: karla@customer.example",
                "From: karla@customer.example, x@evil.example",
                "From: friends: karla@customer.example;",
                "From: karla@customer.example\\r\\nFrom: @@",
                "From: nobody"
            })
    void aMailOfSeveralSendersIsProvenForNone(String from) {
        for (var proof : List.of("dmarc=pass header.from=customer.example", "none")) {
            var raw = ours(proof) + from.replace("\\r\\n", "\r\n") + "\r\n\r\nHi";
            assertThat(Head.of(raw.getBytes(StandardCharsets.UTF_8)).isDoubtedBy(OURS))
                    .isTrue();
        }
    }

    @Test
    void whatOurServerTookForTheSenderCounts() {
        var raw =
                ours("dmarc=pass header.from=evil.example") + "From: <karla@customer.example> <x@evil.example>\r\n\r\n";

        assertThat(Head.of(raw.getBytes(StandardCharsets.UTF_8)).isDoubtedBy(OURS))
                .isTrue();
    }

    private static String ours(String results) {
        return "Authentication-Results: " + OURS + "; " + results + "\r\n";
    }

    private static boolean isDoubted(String headers) {
        var raw = headers.strip() + "\r\nFrom: Karla <karla@customer.example>\r\n\r\nHi";
        return Head.of(raw.getBytes(StandardCharsets.UTF_8)).isDoubtedBy(OURS);
    }
}
