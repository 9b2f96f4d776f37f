package io.tandem.channel.mail.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail, or a part of one.
 *
 * @param type its Content-Type; what a part is that does not say it
 * @param from where in the mail its content begins
 * @param children of a multipart
 */
record Part(Headers headers, HeaderValue type, byte[] raw, int from, int to, List<Part> children) {

    boolean is(String mediaType) {
        return type.value().equals(mediaType);
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    boolean isText() {
        return type.value().matches("text/(plain|html|enriched|richtext)");
    }

    boolean isAttachment() {
        return disposition().value().equals("attachment");
    }

    byte[] content(Oddities oddities) {
        return TransferEncoding.decoded(
                Arrays.copyOfRange(raw, from, to), headers.word("content-transfer-encoding"), oddities);
    }

    String text(Oddities oddities) {
        return Charsets.decoded(content(oddities), type.parameter("charset").orElse(null), oddities)
                .replace("\0", "")
                .replace(HtmlQuotes.DIVIDER, "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    Optional<String> fileName() {
        return disposition().parameter("filename").or(() -> type.parameter("name"));
    }

    Optional<String> contentId() {
        return headers.first("content-id").map(MessageIds::bare).filter(id -> !id.isEmpty());
    }

    HeaderValue disposition() {
        return HeaderValue.of(headers.firstOr("content-disposition", ""));
    }

    /** A name alone makes a text a file, too: nobody names what is only to be read. */
    boolean isFile() {
        return isAttachment() || fileName().isPresent();
    }

    /** This part and all within it, but not what is in attached mails. */
    List<Part> all() {
        var all = new ArrayList<Part>();
        all.add(this);
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }

    static HeaderValue typeOf(Headers headers, String otherwise) {
        var type = HeaderValue.of(headers.firstOr("content-type", otherwise));
        if (type.value().matches("[\\w.+-]+/[\\w.+-]+")) return type;
        return new HeaderValue(
                type.value().equals("text") ? "text/plain" : otherwise.toLowerCase(Locale.ROOT), type.parameters());
    }
}
