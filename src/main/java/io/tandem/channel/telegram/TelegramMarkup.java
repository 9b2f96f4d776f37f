package io.tandem.channel.telegram;

import io.tandem.channel.messenger.LightMarkup;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/** Markdown as the few tags of HTML that Telegram knows. Code stands in no other tag, and a quote in no quote. */
final class TelegramMarkup extends LightMarkup {

    private int tags;
    private int quotes;

    private TelegramMarkup() {}

    static String render(String markdown) {
        return new TelegramMarkup().written(markdown);
    }

    @Override
    protected void words(String text) {
        write(escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    protected void code(String code) {
        if (tags > 0) words(code);
        else write("<code>" + escaped(code) + "</code>");
    }

    @Override
    protected void codeBlock(String code) {
        if (quotes > 0) words(code);
        else write("<pre>" + escaped(code) + "</pre>");
    }

    @Override
    protected void link(Link link, String address) {
        if (link.getFirstChild() == null) words(address);
        else tag("a href=\"" + escaped(address) + "\"", "a", link);
    }

    @Override
    public void visit(Emphasis emphasis) {
        tag("i", "i", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        tag("b", "b", emphasis);
    }

    @Override
    public void visit(Heading heading) {
        beginBlock(heading);
        tag("b", "b", heading);
    }

    private void tag(String opening, String closing, Node of) {
        write("<" + opening + ">");
        tags++;
        visitChildren(of);
        tags--;
        write("</" + closing + ">");
    }

    @Override
    public void visit(BlockQuote quote) {
        if (quotes > 0) {
            super.visit(quote);
            return;
        }
        beginBlock(quote);
        quotes++;
        write("<blockquote>");
        visitChildren(quote);
        write("</blockquote>");
        quotes--;
    }
}
