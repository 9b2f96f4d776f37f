package io.tandem.channel.mail.read;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: paragraphs, lists, links with their address; nothing that is hidden from the reader. */
final class HtmlText {

    static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 256;

    private HtmlText() {}

    static Document parsed(String html) {
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        var document = Jsoup.parse(html.substring(0, Math.min(LONGEST, html.length())), "", parser);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    static String plain(String html) {
        return written(html, false);
    }

    /** Quotations have {@code >} before each line, and what follows a mail program's divider has {@link HtmlQuotes#DIVIDER} before it. */
    static String marked(String html) {
        return written(html, true);
    }

    private static String written(String html, boolean marked) {
        if (html.isBlank()) return "";
        var writer = new HtmlWriter(marked);
        NodeTraversor.traverse(new Walk(writer), parsed(html).body());
        return writer.text();
    }

    /** The first lines within it, as far as they are needed to know what it is. */
    static List<String> linesOf(Element element) {
        var glance = new Glance();
        NodeTraversor.filter(glance, element);
        return glance.text
                .toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static final class Glance implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private int nodes;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) text.append(words.text().replace('\u00A0', ' '));
            if (node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"))) text.append('\n');
            return ++nodes > 200 || text.length() > 1_000 ? FilterResult.STOP : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            return FilterResult.CONTINUE;
        }
    }

    private record Walk(HtmlWriter writer) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) writer.words(text);
            else if (node instanceof Element element) writer.open(element);
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) writer.close(element);
        }
    }
}
