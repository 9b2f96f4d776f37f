package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Body;
import io.tandem.channel.mail.read.ReadMail.Fault;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mail says: the new text, everything, and how it looks. */
final class Bodies {

    private static final int LONGEST = 500_000;

    private final Contents contents;
    private final Oddities oddities;

    Bodies(Contents contents, Oddities oddities) {
        this.contents = contents;
        this.oddities = oddities;
    }

    Body body(Quotation quotation) {
        var passages = contents.passages();
        var plain = cut(Passages.plain(passages));
        var further = cut(String.join("\n\n", contents.further()));
        var html = Passages.hasHtml(passages)
                ? new CleanHtml(contents.files(), oddities).cleaned(Passages.html(passages))
                : null;
        return new Body(together(newText(quotation, plain), further), together(plain, further), html);
    }

    /** Programs mark quotations better in HTML. Better too much than nothing: if all seems to be quoted, all is new. */
    private String newText(Quotation quotation, String plain) {
        var marked = cut(Passages.marked(contents.passages()));
        var text = quotation.newText(hasMarks(marked) ? marked : plain);
        if (text.isBlank()) text = quotation.newText(plain);
        return text.isBlank() ? plain : text;
    }

    private static boolean hasMarks(String marked) {
        return marked.contains(HtmlQuotes.DIVIDER) || marked.lines().anyMatch(QuoteMarks::isQuoted);
    }

    private String cut(String text) {
        if (text.length() <= LONGEST) return text;
        oddities.mark(Fault.TEXT_CUT);
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1));
    }

    private static String together(String... texts) {
        return Stream.of(texts)
                .map(Bodies::tidy)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String tidy(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .replaceAll("\\n{3,}", "\n\n")
                .replaceFirst("^\\s*\\n", "")
                .stripTrailing();
    }
}
