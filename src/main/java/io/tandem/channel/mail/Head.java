package io.tandem.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The head of a mail: what can be read of it, however broken the rest is. */
final class Head {

    private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,900}>");
    /** Where the address stands to which a mail really went, for those who were not named. */
    private static final List<String> ARRIVED_AT =
            List.of("To", "Cc", "Delivered-To", "X-Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");

    private static final int LONGEST_SUBJECT = 1000;
    /** No server has so much to say. */
    private static final int LONGEST_RESULTS = 16_000;

    private final InternetHeaders headers;

    private Head(InternetHeaders headers) {
        this.headers = headers;
    }

    static Head of(byte[] raw) {
        try {
            return new Head(new InternetHeaders(new ByteArrayInputStream(raw), true));
        } catch (MessagingException unreadable) {
            return new Head(new InternetHeaders());
        }
    }

    Optional<String> messageId() {
        return ids("Message-ID").findFirst();
    }

    /** The mails that it refers to, the one that it answers last. */
    List<String> chain() {
        return Stream.concat(ids("References"), ids("In-Reply-To")).distinct().toList();
    }

    private Stream<String> ids(String name) {
        return values(name).flatMap(value -> ID.matcher(value).results()).map(MatchResult::group);
    }

    Optional<MailAddress> from() {
        return addresses("From").flatMap(Head::readable).findFirst();
    }

    /** Whether this server, which received the mail, says that its sender may be another one; what others say counts for nothing. */
    boolean isDoubtedBy(String server) {
        var found = values("Authentication-Results")
                .filter(value -> value.length() <= LONGEST_RESULTS)
                .map(AuthenticationResults::of)
                .filter(results -> results.isOf(server))
                .findFirst();
        return found.isPresent() && from().filter(found.get()::doubt).isPresent();
    }

    /** Where the sender wants answers to go: one address, or nothing is said. */
    Optional<MailAddress> replyTo() {
        var named = addresses("Reply-To").flatMap(Head::readable).distinct().toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    List<MailAddress> arrivedAt() {
        return ARRIVED_AT.stream()
                .flatMap(this::addresses)
                .flatMap(Head::readable)
                .distinct()
                .toList();
    }

    String subject() {
        return values("Subject")
                .findFirst()
                .map(Head::decoded)
                .map(text -> Printable.line(text, LONGEST_SUBJECT))
                .orElse("");
    }

    private static String decoded(String subject) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(subject));
        } catch (UnsupportedEncodingException unknownCharset) {
            return subject;
        }
    }

    private Stream<InternetAddress> addresses(String name) {
        return values(name).flatMap(value -> {
            try {
                return Arrays.stream(InternetAddress.parseHeader(value, false));
            } catch (AddressException unreadable) {
                return Stream.empty();
            }
        });
    }

    private static Stream<MailAddress> readable(InternetAddress address) {
        return address.getAddress() == null ? Stream.empty() : MailAddress.of(address.getAddress()).stream();
    }

    private Stream<String> values(String name) {
        var values = headers.getHeader(name);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }
}
