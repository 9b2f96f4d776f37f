package io.tandem.content;

import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;

/** Markdown as HTML that is safe to show, whoever wrote it: HTML in it is shown as text, links lead to web pages only. */
@Component
public final class Markdown {

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
}
