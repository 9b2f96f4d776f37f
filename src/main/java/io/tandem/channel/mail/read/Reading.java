package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Body;
import io.tandem.channel.mail.read.ReadMail.Fault;
import org.jspecify.annotations.Nullable;

/** One mail while it is read. */
final class Reading {

    private static final int LONGEST_SUBJECT = 1_000;

    private final Part mail;
    private final Headers headers;
    private final Oddities oddities;

    Reading(Part mail, Oddities oddities) {
        this.mail = mail;
        this.headers = mail.headers();
        this.oddities = oddities;
    }

    ReadMail mail() {
        var people = new Addresses(headers).people();
        if (people.from() == null) oddities.mark(Fault.NO_SENDER);
        var subject = subject();
        var contents = new Contents(oddities, headers.firstOr("in-reply-to", ""));
        contents.takeMail(mail);
        var bounce = Bounces.in(mail, oddities);
        var kind = new Origin(mail, people, subject).kind(bounce != null);
        var body = body(contents, new Subject(subject));
        return new ReadMail(
                MessageIds.of(headers),
                people,
                SentDate.of(headers),
                subject,
                language(),
                kind,
                bounce,
                body,
                contents.files(body.html()),
                oddities.list());
    }

    private String subject() {
        var subject = EncodedWords.decoded(headers.firstOr("subject", ""));
        return subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
    }

    private Body body(Contents contents, Subject subject) {
        var isReply = subject.isReply() || headers.has("in-reply-to") || headers.has("references");
        return new Bodies(contents, oddities).body(new Quotation(subject.isForward(), isReply));
    }

    private @Nullable String language() {
        var language = headers.firstOr("content-language", "").split(",", 2)[0].strip();
        return language.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*") ? language : null;
    }
}
