package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file in {@link Tnef} while its attributes come, one after the other. */
final class TnefFile {

    private @Nullable String title;
    private @Nullable String name;
    private @Nullable String type;
    private @Nullable String contentId;
    private byte @Nullable [] content;

    void title(String title) {
        this.title = title;
    }

    void content(byte[] content) {
        this.content = content;
    }

    /** The properties know the long name; the title may be MESSAG~1.TXT. */
    void properties(MapiProperties properties) {
        name = properties
                .text(MapiProperties.LONG_NAME)
                .or(() -> properties.text(MapiProperties.NAME))
                .orElse(name);
        type = properties.text(MapiProperties.MIME_TYPE).orElse(type);
        contentId =
                properties.text(MapiProperties.CONTENT_ID).map(MessageIds::bare).orElse(contentId);
        if (content == null || content.length == 0)
            content = properties.bytes(MapiProperties.DATA).orElse(content);
    }

    /** @param number its place, for a file without a name */
    Optional<MailFile> mailFile(int number) {
        if (content == null) return Optional.empty();
        var called = Objects.requireNonNullElse(name, Objects.requireNonNullElse(title, ""));
        if (called.isBlank()) called = "file-" + number + ".bin";
        return Optional.of(new MailFile(called, type(called), content, false, contentId));
    }

    private String type(String called) {
        if (type != null && type.matches("[\\w.+-]+/[\\w.+-]+")) return type.toLowerCase(Locale.ROOT);
        return Objects.requireNonNullElse(URLConnection.guessContentTypeFromName(called), "application/octet-stream");
    }
}
