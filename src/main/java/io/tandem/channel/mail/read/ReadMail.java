package io.tandem.channel.mail.read;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that was understood as far as it could be.
 *
 * @param date when it was sent, by its own account
 * @param subject decoded, in one line; empty if there is none
 * @param language the first one of Content-Language, e.g. {@code de-DE}
 * @param bounce only if the kind is {@link Kind#BOUNCE}
 * @param files what it brings, in its order, inline pictures among them
 * @param oddities what was broken or left out
 */
public record ReadMail(
        Ids ids,
        People people,
        @Nullable Instant date,
        String subject,
        @Nullable String language,
        Kind kind,
        @Nullable Bounce bounce,
        Body body,
        List<MailFile> files,
        List<Oddity> oddities) {

    /** Who, or what, has written. Only a mail of a {@link #PERSON} may be answered automatically. */
    public enum Kind {
        PERSON,
        /** Somebody is away; the mail of a person that is answered by a program. */
        AUTO_REPLY,
        /** A mail of ours did not arrive, or not yet. */
        BOUNCE,
        /** A mailing list passed it on. */
        LIST,
        /** A program wrote it: newsletters, notices, read receipts. */
        AUTOMATIC,
        /** An invitation, its cancelling or its answer. */
        CALENDAR
    }

    /**
     * All without angle brackets.
     *
     * @param references the oldest first
     */
    public record Ids(@Nullable String message, List<String> inReplyTo, List<String> references) {}

    /**
     * @param from the first one; null if there is none that could be answered
     * @param deliveredTo the envelope's recipients, where the servers on the way have noted them
     */
    public record People(
            @Nullable Address from,
            List<Address> replyTo,
            @Nullable Address sender,
            List<Address> to,
            List<Address> cc,
            List<String> deliveredTo) {}

    /** @param address its domain in small letters */
    public record Address(String address, @Nullable String name) {}

    /**
     * @param text what is new in it: without what it quotes and without its signature
     * @param whole everything that can be read, as plain text
     * @param html cleaned; its pictures are {@code cid:} of an inline file, remote ones are gone; null if it had none
     */
    public record Body(String text, String whole, @Nullable String html) {}

    /**
     * @param name as its owner calls it; it need not be safe
     * @param contentId by which the HTML names it, without angle brackets
     */
    public record MailFile(
            String name,
            String type,
            byte[] content,
            boolean inline,
            @Nullable String contentId) {}

    /**
     * @param original the Message-ID of the mail that did not arrive, without angle brackets
     * @param status as in RFC 3463, e.g. {@code 5.1.1}
     * @param permanent it was given up; else the servers are still trying
     * @param named all addresses of which the report speaks: behind an alias or a forwarding that of the mail may be any
     */
    public record Bounce(
            @Nullable String original,
            @Nullable String recipient,
            @Nullable String status,
            boolean permanent,
            List<String> named) {}

    /**
     * What a person may have to know about the mail.
     *
     * @param count how many of them; 1 where it cannot be counted
     */
    public record Oddity(Fault fault, int count) {

        /** Of the text that says it in plain words; it has the placeholder {@code count}. */
        public String key() {
            return "mail.oddity." + fault.name().toLowerCase(Locale.ROOT);
        }
    }

    /** See the texts {@code mail.oddity.*}. */
    public enum Fault {
        NO_SENDER,
        NO_HEADERS,
        BROKEN_HEADERS,
        BROKEN_STRUCTURE,
        BROKEN_ENCODING,
        UNKNOWN_CHARSET,
        NESTED_TOO_DEEP,
        PARTS_LEFT_OUT,
        FILES_LEFT_OUT,
        TEXT_CUT,
        ENCRYPTED,
        BROKEN_WINMAIL
    }

    /** The new text, and before it the subject if that says something that the text does not. */
    public String firstText() {
        return new Subject(subject).before(body.text());
    }
}
