package io.tandem.channel.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * An address to compare and to send to: in lower case, the domain as the wire has it ({@code xn--...}). Two spellings of
 * one address are equal.
 */
record MailAddress(String local, String domain) {

    /** What the record of customers can hold. */
    static final int LONGEST = 254;

    /** @return nothing if it is not one address: a list, a group, or a line break smuggled in */
    static Optional<MailAddress> of(String text) {
        if (text.length() > LONGEST * 2 || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) return Optional.empty();
        var at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) return Optional.empty();
        try {
            var domain =
                    IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            var address = new MailAddress(text.substring(0, at).toLowerCase(Locale.ROOT), domain);
            // Strict, but of the local part's characters: RFC 6531 lets them be any.
            new InternetAddress(address.local.replaceAll("[^\\x00-\\x7f]", "x") + "@" + domain, true).validate();
            return address.toString().length() > LONGEST ? Optional.empty() : Optional.of(address);
        } catch (AddressException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Without what stands behind a plus: everything that arrives in one box. */
    MailAddress base() {
        var plus = local.indexOf('+');
        return plus < 1 ? this : new MailAddress(local.substring(0, plus), domain);
    }

    Optional<String> detail() {
        var plus = local.indexOf('+');
        return plus < 1 ? Optional.empty() : Optional.of(local.substring(plus + 1));
    }

    MailAddress with(String detail) {
        return new MailAddress(local + "+" + detail, domain);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
