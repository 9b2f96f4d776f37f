package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail holds, part by part: passages to read, appointments, mails that are attached, files. */
final class Contents {

    /** The same words as plain text and as HTML; one of them may lack. */
    record Passage(@Nullable String plain, @Nullable String html) {}

    /** Of no use to a person: signatures, and further forms of the text for watches and the like. */
    private static final Set<String> UNREAD = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "text/x-amp-html",
            "text/watch-html");

    private static final Pattern ENCRYPTED = Pattern.compile("application/(?:x-)?pkcs7-mime|application/pgp-encrypted");
    private static final Pattern MISLABELLED = Pattern.compile("(?i)\\A\\s{0,100}<(?:!doctype html|html)\\b");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>");

    private final List<Passage> passages = new ArrayList<>();
    private final List<Passage> winmail = new ArrayList<>();
    private final Set<String> further = new LinkedHashSet<>();
    private final Files files;
    private final Oddities oddities;
    private final AttachedMails attached;

    Contents(Oddities oddities, String answered) {
        this(oddities, new Files(oddities), new AttachedMails(oddities, answered));
    }

    Contents(Oddities oddities, Files files, AttachedMails attached) {
        this.oddities = oddities;
        this.files = files;
        this.attached = attached;
    }

    /** Outlook's own form of the text is only of use where there is no other. */
    List<Passage> passages() {
        return Passages.plain(passages).isBlank() ? winmail : passages;
    }

    /** What follows them and belongs to what is said: appointments and attached mails, as plain text. */
    List<String> further() {
        return List.copyOf(further);
    }

    List<MailFile> files(@Nullable String html) {
        return files.list(html == null ? "" : html);
    }

    Files files() {
        return files;
    }

    /** The only part of a mail is its text even if it has a name. */
    void takeMail(Part mail) {
        if (mail.isText() && !mail.isAttachment()) text(mail);
        else take(mail);
    }

    void take(Part part) {
        if (part.isMultipart()) several(part);
        else one(part);
    }

    private void several(Part part) {
        switch (part.type().value()) {
            case "multipart/alternative" -> alternatives(part);
            case "multipart/report" -> report(part);
            case "multipart/encrypted" -> {
                oddities.mark(Fault.ENCRYPTED);
                part.children().stream()
                        .filter(child -> !child.is("application/pgp-encrypted"))
                        .forEach(files::take);
            }
            default -> part.children().forEach(this::take);
        }
    }

    /** One passage in several forms, however the forms are made up. */
    private void alternatives(Part part) {
        String plain = null;
        String html = null;
        for (var child : part.children()) {
            var form = new Contents(oddities, files, attached);
            if (child.isText() && !child.isAttachment()) form.text(child);
            else form.take(child);
            further.addAll(form.further);
            var text = Passages.plain(form.passages);
            if (Passages.hasHtml(form.passages)) html = Passages.html(form.passages);
            else if (plain == null && !text.isBlank()) plain = text;
        }
        if (plain != null || html != null) passages.add(new Passage(plain, html));
    }

    /** The report for programs and the mail that it is about are told by {@link Bounces}. */
    private void report(Part part) {
        for (var child : part.children()) {
            if (child.isMultipart() || child.isText() && !child.is("text/rfc822-headers")) take(child);
        }
    }

    private void one(Part part) {
        if (UNREAD.contains(part.type().value())) return;
        if (ENCRYPTED.matcher(part.type().value()).matches()) oddities.mark(Fault.ENCRYPTED);
        if (part.is("text/calendar") || part.is("application/ics")) appointment(part);
        else if (part.is("message/rfc822") || part.is("message/global")) further.addAll(attached.take(part, files));
        else if (Tnef.isName(part)) winmail(part);
        else if (part.isText() && !part.isFile()) text(part);
        else files.take(part);
    }

    private void text(Part part) {
        var text = part.text(oddities);
        if (part.is("text/html") || MISLABELLED.matcher(text).find()) passages.add(new Passage(null, text));
        else if (part.is("text/plain")) passages.add(new Passage(FlowedText.joined(part.type(), text), null));
        else passages.add(new Passage(TAG.matcher(text).replaceAll(""), null));
    }

    private void appointment(Part part) {
        Appointment.in(part.text(oddities)).ifPresent(appointment -> further.add(appointment.words()));
        files.take(part);
    }

    private void winmail(Part part) {
        var opened = Tnef.in(part.content(oddities), oddities);
        if (opened.isEmpty()) {
            files.take(part);
            return;
        }
        opened.get().files().forEach(files::add);
        opened.get().passage().ifPresent(winmail::add);
    }
}
