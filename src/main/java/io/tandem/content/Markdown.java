package io.tandem.content;

import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
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

    public String toHtml(String markdown) {
        return renderer.render(parser.parse(markdown));
    }
}
