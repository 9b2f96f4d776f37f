package io.tandem.channel.mail;

import io.tandem.channel.mail.read.MailReader;
import io.tandem.channel.mail.read.ReadMail;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import io.tandem.channel.mail.read.Unreadable;
import io.tandem.content.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a mail says, for people who decide what becomes of it. All of it is text: nothing of a mail is shown as HTML. */
@Component
class MailContents {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;

    private final MailPieces pieces;
    private final MailReader reader;
    private final Texts texts;

    MailContents(MailPieces pieces, MailReader reader, Texts texts) {
        this.pieces = pieces;
        this.reader = reader;
        this.texts = texts;
    }

    /**
     * @param source whether the text is the mail as it travels, since nothing else can be read of it
     * @param cut whether the text goes on
     * @param oddities what is odd about it, in the reader's language
     */
    record Content(
            String text,
            boolean source,
            boolean cut,
            @Nullable String language,
            List<File> files,
            List<String> oddities) {}

    record File(String name, String type, long size) {}

    Content of(StoredMail mail, Locale language) {
        var raw = pieces.read(mail.id());
        try {
            var read = reader.read(raw);
            var whole = read.body().whole().strip();
            return whole.isEmpty() && read.files().isEmpty() ? source(raw) : content(read, whole, language);
        } catch (Unreadable unreadable) {
            return source(raw);
        }
    }

    private Content content(ReadMail read, String whole, Locale language) {
        return new Content(
                cut(whole),
                false,
                whole.length() > LONGEST_TEXT,
                read.language(),
                read.files().stream().map(MailContents::file).toList(),
                read.oddities().stream()
                        .map(oddity -> texts.get(language.getLanguage(), oddity.key(), Map.of("count", oddity.count())))
                        .toList());
    }

    private static File file(MailFile file) {
        return new File(Printable.line(file.name(), LONGEST_NAME), file.type(), file.content().length);
    }

    /** Without what no screen can show. */
    private static Content source(byte[] raw) {
        var beginning = Arrays.copyOf(raw, Math.min(raw.length, LONGEST_TEXT));
        var text = new String(beginning, StandardCharsets.UTF_8).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        return new Content(text.strip(), true, raw.length > LONGEST_TEXT, null, List.of(), List.of());
    }

    /** Not within a character. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) return text;
        var end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }
}
