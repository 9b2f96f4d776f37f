package io.tandem.channel.mail;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** To which ticket a mail belongs: by what only we can have written, never by a number that anybody can know. */
@Component
class Belonging {

    /** Also {@code [#1234]}, as our subjects have it. */
    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,12})\\b");

    private final Signature signature;
    private final SentMails sent;
    private final Tickets tickets;

    Belonging(Signature signature, SentMails sent, Tickets tickets) {
        this.signature = signature;
        this.sent = sent;
        this.tickets = tickets;
    }

    /** By the mail that it answers, else by the address to which it was sent. */
    Optional<UUID> ticketOf(Head head) {
        var answered = signature.messagesIn(String.join(" ", head.chain())).reduce((earlier, later) -> later);
        return answered.flatMap(sent::find)
                .map(SentMail::ticket)
                .filter(this::isTicket)
                .or(() -> byAddress(head));
    }

    /** A mail with a code was sent for none. */
    private boolean isTicket(UUID id) {
        return tickets.find(id).isPresent();
    }

    private Optional<UUID> byAddress(Head head) {
        return head.arrivedAt().stream()
                .flatMap(address -> address.detail().stream())
                .flatMapToLong(detail -> signature.ticketIn(detail).stream())
                .boxed()
                .flatMap(number -> tickets.byNumber(number).stream())
                .map(Ticket::id)
                .findFirst();
    }

    /** The mail of ours that came back: its head is somewhere in the mail that says so. */
    Optional<SentMail> returned(byte[] raw) {
        var text = new String(raw, StandardCharsets.ISO_8859_1);
        return signature
                .messagesIn(text)
                .flatMap(id -> sent.find(id).stream())
                .filter(mail -> isTicket(mail.ticket()))
                .reduce((earlier, later) -> later);
    }

    /** The ticket whose number stands in the subject: worth a hint to an agent, and no more. */
    Optional<Ticket> mentionedIn(String subject) {
        return NUMBER.matcher(subject)
                .results()
                .flatMap(found -> Stream.of(Long.parseLong(found.group(1))))
                .flatMap(number -> tickets.byNumber(number).stream())
                .findFirst();
    }
}
