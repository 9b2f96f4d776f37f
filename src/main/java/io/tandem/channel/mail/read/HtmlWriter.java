package io.tandem.channel.mail.read;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes HTML down as lines of text, element by element. */
final class HtmlWriter {

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "textarea");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table", "blockquote");
    private static final Set<String> LINES = Set.of(
            "div", "li", "tr", "section", "article", "header", "footer", "center", "dt", "dd", "address", "form");

    /** What senders hide is for machines: lines for previews, and words that are to mislead a program. */
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden"
            + "|mso-hide\\s*:\\s*all|font-size\\s*:\\s*0(?:px|pt|em|%)?\\s*(?:;|!|$)");

    /** Outlook's paragraphs have no distance: each is a line. */
    private static final Pattern CLOSE = Pattern.compile("MsoNormal|MsoPlainText|MsoNoSpacing");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f\\u200B\\uFEFF\\u00AD\\u034F]+");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final String RULE = "_".repeat(32);

    private final boolean marked;
    private final HtmlLines lines = new HtmlLines();
    private @Nullable Element skipped;
    private int pre;

    HtmlWriter(boolean marked) {
        this.marked = marked;
    }

    void words(TextNode node) {
        if (skipped != null) return;
        if (pre > 0) lines.verbatim(node.getWholeText());
        else lines.words(BLANKS.matcher(node.getWholeText()).replaceAll(" "));
    }

    void open(Element element) {
        if (skipped != null) return;
        var name = element.normalName();
        if (isUnseen(element)) {
            skipped = element;
            return;
        }
        begin(element);
        if (marked && HtmlQuotes.isDivider(element)) lines.alone(HtmlQuotes.DIVIDER);
        if (HtmlQuotes.isQuote(element)) lines.quote(1);
        switch (name) {
            case "br" -> lines.lineBreak();
            case "hr" -> lines.alone(RULE);
            case "li" -> lines.words("- ");
            case "td", "th" -> lines.words(" ");
            case "pre" -> pre++;
            case "img" -> picture(element);
            default -> {}
        }
    }

    private void begin(Element block) {
        var name = block.normalName();
        if (LINES.contains(name)
                || name.equals("p") && CLOSE.matcher(block.className()).find()) lines.end();
        else if (PARAGRAPHS.contains(name)) lines.paragraph();
    }

    private boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || HIDDEN.matcher(element.attr("style")).find()
                || marked && HtmlQuotes.isSignature(element);
    }

    /** Emoji that a program sends as pictures; the names of other pictures say nothing. */
    private void picture(Element element) {
        var words = element.attr("alt");
        if (words.length() <= 8 && !LETTERS.matcher(words).find()) lines.words(words);
    }

    void close(Element element) {
        if (skipped != null) {
            if (skipped == element) skipped = null;
            return;
        }
        var name = element.normalName();
        if (name.equals("a")) link(element);
        if (name.equals("pre")) pre--;
        begin(element);
        if (HtmlQuotes.isQuote(element)) {
            lines.end();
            lines.quote(-1);
        }
    }

    private void link(Element element) {
        var address = element.attr("href").strip();
        var words = element.text().strip();
        if (!address.matches("(?i)https?://\\S{1,500}") || words.isEmpty()) return;
        if (!address.contains(words.replaceAll("(?i)^https?://|/$", "")) && !words.contains("://"))
            lines.words(" (" + address + ")");
    }

    String text() {
        return lines.text();
    }
}
