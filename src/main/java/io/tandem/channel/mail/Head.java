package io.tandem.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /**
     * Whether this server, which received the mail, says that its sender may be another one; what others say counts for nothing.
     * Nobody can judge a mail that says in several ways from whom it is, so that one is doubted, too.
     */
    boolean isDoubtedBy(String server) {
        if (values("From").findAny().isEmpty()) return false;
        var senders = values("From").flatMap(Head::inOne).toList();
        var from = from();
        return senders.size() != 1 || from.isEmpty() || AuthenticationResults.doubt(resultsOf(server), from.get());
    }

    /** At least one for each header, also for one that cannot be read. */
    private static Stream<InternetAddress> inOne(String from) {
        var addresses = parsed(from).toList();
        return addresses.isEmpty() ? Stream.of(new InternetAddress()) : addresses.stream();
    }

    /** Those of the server on its own way only: below the next hop everything may have been written by anybody. */
    private List<AuthenticationResults> resultsOf(String server) {
        var written = new ArrayList<AuthenticationResults>();
        for (var header : Collections.list(headers.getAllHeaders())) {
            if (header.getName().equalsIgnoreCase("Received") && !written.isEmpty()) break;
            if (!header.getName().equalsIgnoreCase("Authentication-Results")) continue;
            var results = AuthenticationResults.of(header.getValue());
            if (results.mayBeOf(server)) written.add(results);
        }
        return written;
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
        return values(name).flatMap(Head::parsed);
    }

    private static Stream<InternetAddress> parsed(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false));
        } catch (AddressException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<MailAddress> readable(InternetAddress address) {
        return address.getAddress() == null ? Stream.empty() : MailAddress.of(address.getAddress()).stream();
    }

    private Stream<String> values(String name) {
        var values = headers.getHeader(name);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }
}
