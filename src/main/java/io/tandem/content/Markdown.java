package io.tandem.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;

/** Markdown as HTML that is safe to show, whoever wrote it: HTML in it is shown as text, links lead to web pages only. */
@Component
public final class Markdown {

    /** What would be read as markup, here or by others' programs; all else, as in addresses of pages, stays as it is. */
    private static final Pattern MEANT = Pattern.compile("(?m)[\\\\`*\\[\\]<]|~~+|&(?=#?\\w+;)"
            // within a word it is a sign like any other
            + "|(?<![\\p{L}\\p{N}_])_+|_+(?![\\p{L}\\p{N}_])"
            // headings, lists, quotations, and lines that make headings or tables of those above them
            + "|^(?:#(?=#{0,5}(?:\\s|$))|[-+](?=\\s|$)|>|[-=|:](?=[-=|:\\h]*$))|(?<=^\\d{1,9})[.)](?=\\s|$)");

    private static final Pattern SIGN = Pattern.compile(".");
    private static final Pattern INDENTED = Pattern.compile("(?m)^[ \\t]+");
    private static final Pattern LINE_END = Pattern.compile("(?<=\\S) *\\R(?=\\h*\\S)");
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final Parser BLOCKS =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) attributes.putAll(Map.of("target", "_blank", "rel", "noopener noreferrer"));
            })
            .build();
    private final TextContentRenderer words = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    public String toHtml(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    /** As somebody would type it: paragraphs in one line, lists with dashes, links with their address behind them. */
    public String toPlain(String markdown) {
        var text = parser.parse(markdown);
        text.accept(new AbstractVisitor() {
            @Override
            public void visit(SoftLineBreak end) {
                end.insertAfter(new Text(" "));
                end.unlink();
            }
        });
        return words.render(text);
    }

    /** Its paragraphs, lists, headings and so on, as they are written. */
    public static List<String> blocks(String markdown) {
        return Stream.iterate(BLOCKS.parse(markdown).getFirstChild(), Objects::nonNull, Node::getNext)
                .map(block -> written(block, markdown))
                .toList();
    }

    private static String written(Node block, String markdown) {
        var lines = block.getSourceSpans();
        var last = lines.get(lines.size() - 1);
        return markdown.substring(lines.get(0).getInputIndex(), last.getInputIndex() + last.getLength());
    }

    /** What somebody typed, so that it reads as it was typed: no sign of it means anything, and lines stay lines. */
    public static String escaped(String typed) {
        var signs = MEANT.matcher(typed)
                .replaceAll(meant ->
                        Matcher.quoteReplacement(SIGN.matcher(meant.group()).replaceAll("\\\\$0")));
        signs = INDENTED.matcher(signs)
                .replaceAll(indent -> NO_BREAK_SPACE.repeat(indent.group().length()));
        return LINE_END.matcher(signs).replaceAll("\\\\\n");
    }
}
