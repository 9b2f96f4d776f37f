package io.tandem.channel.mail;

import io.tandem.api.FitText;
import io.tandem.channel.mail.read.ReadMail;
import io.tandem.channel.mail.read.ReadMail.Kind;
import io.tandem.content.Languages;
import io.tandem.content.SpokenLanguage;
import io.tandem.content.Texts;
import io.tandem.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a mail says, as a message; and what an agent should know about it, as a note. */
@Component
class MailWords {

    private static final int LONGEST_QUOTE = 2_000;

    private final Texts texts;
    private final Languages languages;
    private final SpokenLanguage spoken;

    MailWords(Texts texts, Languages languages, SpokenLanguage spoken) {
        this.texts = texts;
        this.languages = languages;
        this.spoken = spoken;
    }

    /** What it is written in: the bot reads it later, and what is noted at once is to be in the ticket's language, too. */
    String language(ReadMail mail) {
        return spoken.of(of(mail, true), languages.nearest(mail.language()));
    }

    /** @param first whether it begins a ticket: then its subject belongs to it */
    String of(ReadMail mail, boolean first) {
        var text = first ? mail.firstText() : mail.body().text();
        if (FitText.isBlank(text)) text = mail.body().whole();
        if (FitText.isBlank(text)) text = mail.subject();
        if (FitText.isBlank(text))
            text = mail.files().stream()
                    .map(file -> Printable.line(file.name(), 100))
                    .collect(Collectors.joining(", "));
        if (FitText.isBlank(text)) text = "–";
        return cut(text.strip(), FitText.LONGEST_MESSAGE);
    }

    /** That it is not all of it. */
    String onlyHead(Ticket ticket, StoredMail mail) {
        return texts.get(ticket.language(), "mail.note.onlyHead", Map.of("mailbox", mail.mailbox()));
    }

    /**
     * Nothing if there is nothing to say.
     *
     * @param about what comes first
     */
    Optional<String> remarks(Ticket ticket, ReadMail mail, List<String> refusedFiles, List<String> about) {
        var remarks = Stream.concat(
                        Stream.concat(about.stream(), files(ticket, refusedFiles)),
                        mail.oddities().stream()
                                .map(oddity ->
                                        texts.get(ticket.language(), oddity.key(), Map.of("count", oddity.count()))))
                .collect(Collectors.joining("\n"));
        return remarks.isEmpty() ? Optional.empty() : Optional.of(remarks);
    }

    private Stream<String> files(Ticket ticket, List<String> refused) {
        if (refused.isEmpty()) return Stream.empty();
        var names = Map.of("files", String.join(", ", refused));
        return Stream.of(cut(texts.get(ticket.language(), "mail.note.files", names), LONGEST_QUOTE));
    }

    String relation(Ticket ticket, Ticket related, boolean keyed, MailAddress from) {
        var key = keyed ? "mail.note.stranger" : "mail.note.mentioned";
        return texts.get(ticket.language(), key, Map.of("number", related.number(), "address", from));
    }

    /** What no person wrote by hand. */
    String automatic(Ticket ticket, ReadMail mail) {
        var key = mail.kind() == Kind.AUTO_REPLY ? "mail.note.autoReply" : "mail.note.automatic";
        var from = mail.people().from();
        var values = Map.of("address", from == null ? "?" : from.address(), "text", cut(of(mail, true), LONGEST_QUOTE));
        return texts.get(ticket.language(), key, values);
    }

    /** That a mail of ours did not arrive, as somebody says who may have made it up. */
    String rumoured(Ticket ticket, SentMail sent, ReadMail mail) {
        var values = Map.of("address", sent.address(), "text", cut(of(mail, true), LONGEST_QUOTE));
        return texts.get(ticket.language(), "mail.note.rumoured", values);
    }

    String returned(Ticket ticket, SentMail sent, boolean givenUp, String reason) {
        var key = givenUp ? "mail.note.returned" : "mail.note.delayed";
        return texts.get(ticket.language(), key, Map.of("address", sent.address(), "reason", reason));
    }

    /** @param status as in RFC 3463: its middle number says what it is about */
    String reason(String language, String status) {
        var kind = status.matches("\\d\\.1\\..*")
                ? "address"
                : status.matches("\\d\\.2\\..*") ? "mailbox" : status.matches("\\d\\.7\\..*") ? "refused" : "other";
        return texts.get(language, "mail.returned." + kind, Map.of("status", status.isEmpty() ? "?" : status));
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) return text;
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
