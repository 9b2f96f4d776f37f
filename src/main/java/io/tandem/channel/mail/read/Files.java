package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of a mail, so many of them. */
final class Files {

    private static final int MOST = 100;
    private static final Map<String, String> ENDINGS = Map.of(
            "text/plain", "txt",
            "text/calendar", "ics",
            "text/html", "html",
            "image/jpeg", "jpg",
            "image/svg+xml", "svg",
            "message/rfc822", "eml",
            "application/octet-stream", "bin");

    private final List<MailFile> files = new ArrayList<>();
    private final Oddities oddities;

    Files(Oddities oddities) {
        this.oddities = oddities;
    }

    void take(Part part) {
        if (isFull()) return;
        var type = part.type().value();
        var inline = part.disposition().value().equals("inline") && type.startsWith("image/");
        var name = part.fileName().orElseGet(() -> nameless(type));
        files.add(new MailFile(
                name, type, part.content(oddities), inline, part.contentId().orElse(null)));
    }

    void add(MailFile file) {
        if (!isFull()) files.add(file);
    }

    private boolean isFull() {
        if (files.size() < MOST) return false;
        oddities.add(Fault.FILES_LEFT_OUT);
        return true;
    }

    private String nameless(String type) {
        var ending =
                ENDINGS.getOrDefault(type, type.substring(type.indexOf('/') + 1).replaceAll("\\W.*", ""));
        return "file-" + (files.size() + 1) + "." + (ending.isEmpty() ? "bin" : ending);
    }

    /** @param html a picture that it shows is an inline one, whatever its part says */
    List<MailFile> list(String html) {
        return files.stream().map(file -> shown(file, html)).toList();
    }

    private static MailFile shown(MailFile file, String html) {
        var id = file.contentId();
        if (file.inline() || id == null || !html.contains("cid:" + id)) return file;
        return new MailFile(file.name(), file.type(), file.content(), true, id);
    }
}
