package io.tandem.channel.messenger;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown in a messenger's light markup: words, emphasis, code and links are the messenger's; paragraphs, lists and lines
 * are written as people type them there. HTML is shown as text, links lead to where people can see that they lead.
 */
public abstract class LightMarkup extends AbstractVisitor {

    private static final Parser PARSER = Parser.builder().build();
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final String RULE = "———";
    private static final String BULLET = "• ";
    private static final String STEP = "   ";

    private final StringBuilder written = new StringBuilder();
    private int depth;

    protected final String written(String markdown) {
        PARSER.parse(markdown).accept(this);
        return written.toString().strip();
    }

    protected final void write(String markup) {
        written.append(markup);
    }

    /** Text that means nothing but itself. */
    protected abstract void words(String text);

    protected abstract void code(String code);

    protected abstract void codeBlock(String code);

    /** @param address with a scheme that is allowed */
    protected abstract void link(Link link, String address);

    @Override
    public final void visit(Text text) {
        words(text.getLiteral());
    }

    @Override
    public final void visit(HtmlInline html) {
        words(html.getLiteral());
    }

    @Override
    public final void visit(HtmlBlock html) {
        beginBlock(html);
        words(html.getLiteral());
    }

    @Override
    public final void visit(Code code) {
        code(code.getLiteral());
    }

    @Override
    public final void visit(FencedCodeBlock block) {
        beginBlock(block);
        codeBlock(block.getLiteral().stripTrailing());
    }

    @Override
    public final void visit(IndentedCodeBlock block) {
        beginBlock(block);
        codeBlock(block.getLiteral().stripTrailing());
    }

    @Override
    public final void visit(Link link) {
        if (isAllowed(link.getDestination())) link(link, link.getDestination());
        else visitChildren(link);
    }

    @Override
    public final void visit(Image image) {
        var link = new Link(image.getDestination(), image.getTitle());
        for (var child = image.getFirstChild(); child != null; child = image.getFirstChild()) link.appendChild(child);
        visit(link);
    }

    private static boolean isAllowed(String address) {
        var colon = address.indexOf(':');
        return colon > 0
                && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT))
                && address.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '<' || c == '>');
    }

    @Override
    public final void visit(SoftLineBreak end) {
        write(" ");
    }

    @Override
    public final void visit(HardLineBreak end) {
        write("\n" + STEP.repeat(depth));
    }

    @Override
    public final void visit(ThematicBreak rule) {
        beginBlock(rule);
        write(RULE);
    }

    @Override
    public void visit(Paragraph paragraph) {
        beginBlock(paragraph);
        visitChildren(paragraph);
    }

    @Override
    public void visit(BlockQuote quote) {
        beginBlock(quote);
        visitChildren(quote);
    }

    @Override
    public final void visit(BulletList list) {
        items(list, -1);
    }

    @Override
    public final void visit(OrderedList list) {
        var start = list.getMarkerStartNumber();
        items(list, start == null ? 1 : start);
    }

    private void items(ListBlock list, int first) {
        beginBlock(list);
        int number = first;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item.getPrevious() != null) write("\n");
            write(STEP.repeat(depth) + (first < 0 ? BULLET : number++ + ". "));
            depth++;
            visitChildren(item);
            depth--;
        }
    }

    /** Blocks stand apart by an empty line, those of a list by the end of a line. */
    protected final void beginBlock(Node block) {
        if (block.getPrevious() == null && !(block instanceof ListBlock && depth > 0)) return;
        if (depth == 0) write("\n\n");
        else write("\n" + (block instanceof ListBlock ? "" : STEP.repeat(depth)));
    }
}
