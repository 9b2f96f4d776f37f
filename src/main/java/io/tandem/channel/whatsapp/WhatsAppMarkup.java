package io.tandem.channel.whatsapp;

import io.tandem.channel.messenger.LightMarkup;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as WhatsApp shows it: *bold*, _italic_, ```code```, and links written out. WhatsApp knows no way to escape, and
 * a mark within a word is none: there it would be shown.
 */
final class WhatsAppMarkup extends LightMarkup {

    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().build();

    private WhatsAppMarkup() {}

    static String render(String markdown) {
        return new WhatsAppMarkup().written(markdown);
    }

    @Override
    protected void words(String text) {
        write(text);
    }

    @Override
    protected void code(String code) {
        write("`" + code + "`");
    }

    @Override
    protected void codeBlock(String code) {
        write("```" + code + "```");
    }

    @Override
    protected void link(Link link, String address) {
        var shown = address.replaceFirst("^(?i)(mailto|tel):", "");
        var name = WORDS.render(nameOf(link)).strip();
        if (!name.isEmpty() && !name.equals(address) && !name.equals(shown)) write(name + ": ");
        write(shown);
    }

    /** The link's text without its address, which the renderer of words would add. */
    private static Node nameOf(Link link) {
        var name = new org.commonmark.node.Paragraph();
        for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) name.appendChild(child);
        return name;
    }

    @Override
    public void visit(Emphasis emphasis) {
        marked("_", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        marked("*", emphasis);
    }

    private void marked(String mark, Node emphasis) {
        var shown = standsAlone(emphasis) ? mark : "";
        write(shown);
        visitChildren(emphasis);
        write(shown);
    }

    private static boolean standsAlone(Node emphasis) {
        var before = literal(emphasis.getPrevious());
        var after = literal(emphasis.getNext());
        return (before.isEmpty() || !Character.isLetterOrDigit(before.codePointBefore(before.length())))
                && (after.isEmpty() || !Character.isLetterOrDigit(after.codePointAt(0)));
    }

    private static String literal(@Nullable Node node) {
        return node instanceof Text text ? text.getLiteral() : "";
    }

    /** All of it is bold; what is bold in it already has no marks of its own. */
    @Override
    public void visit(Heading heading) {
        beginBlock(heading);
        write("*" + WORDS.render(heading).strip() + "*");
    }

    @Override
    public void visit(BlockQuote quote) {
        beginBlock(quote);
        write("> ");
        visitChildren(quote);
    }
}
