package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Mails that are attached to a mail: their text is read with it, their files are its files, the outermost is kept as a file. */
final class AttachedMails {

    private static final int DEEPEST = 5;

    private final Oddities oddities;
    private final String answered;
    private final int depth;

    /** @param answered the mail that is answered; some programs attach it instead of quoting it */
    AttachedMails(Oddities oddities, String answered) {
        this(oddities, answered, 0);
    }

    private AttachedMails(Oddities oddities, String answered, int depth) {
        this.oddities = oddities;
        this.answered = answered;
        this.depth = depth;
    }

    /** @return what is to read in it */
    List<String> take(Part part, Files files) {
        var content = part.content(oddities);
        if (depth == DEEPEST) {
            oddities.mark(Fault.NESTED_TOO_DEEP);
            return List.of();
        }
        var mail = new Parts(content, oddities).read();
        if (depth == 0) files.add(new MailFile(name(part, mail), "message/rfc822", content, false, null));
        if (isAnswered(mail)) return List.of();
        var inner = new Contents(oddities, files, new AttachedMails(oddities, answered, depth + 1));
        inner.takeMail(mail);
        var texts = new ArrayList<String>();
        texts.add((heading(mail.headers()) + "\n\n" + Passages.plain(inner.passages())).strip());
        texts.addAll(inner.further());
        return texts;
    }

    private boolean isAnswered(Part mail) {
        var id = MessageIds.bare(mail.headers().firstOr("message-id", ""));
        return !id.isEmpty() && answered.contains("<" + id + ">");
    }

    private static String name(Part part, Part mail) {
        var subject = EncodedWords.decoded(mail.headers().firstOr("subject", ""));
        return part.fileName().orElse((subject.isEmpty() ? "mail" : subject) + ".eml");
    }

    /** In the mail's own words, as every program shows them. */
    private static String heading(Headers headers) {
        return Stream.of("From", "Date", "To", "Subject")
                .filter(name -> headers.has(name.toLowerCase(Locale.ROOT)))
                .map(name -> name + ": " + EncodedWords.decoded(headers.firstOr(name.toLowerCase(Locale.ROOT), "")))
                .reduce("----------", (all, line) -> all + "\n" + line);
    }
}
