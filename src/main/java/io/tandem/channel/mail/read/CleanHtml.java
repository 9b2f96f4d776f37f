package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.MailFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML that is safe to show: no script, no form, nothing that is loaded from elsewhere. Pictures are those of the mail. */
final class CleanHtml {

    private static final Pattern DATA =
            Pattern.compile("(?is)^\\s*data:(image/(?:png|jpeg|gif|webp))\\s*;\\s*base64\\s*,(.*)");
    private static final Pattern OWN_PICTURE = Pattern.compile("cid:\\S+");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "pre",
                    "blockquote",
                    "center",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "strike",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "small",
                    "big",
                    "code",
                    "tt",
                    "kbd",
                    "font",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "colgroup",
                    "col",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "a",
                    "img")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("cid", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .matching(OWN_PICTURE)
            .onElements("img")
            .allowAttributes("alt", "width", "height")
            .onElements("img")
            .allowAttributes("colspan", "rowspan", "align", "valign", "width")
            .onElements("table", "td", "th", "tr", "col")
            .allowAttributes("border", "cellpadding", "cellspacing")
            .onElements("table")
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .globally()
            .allowAttributes("color")
            .onElements("font")
            .allowStyling(CssSchema.withProperties(List.of(
                    "color",
                    "font-weight",
                    "font-style",
                    "text-decoration",
                    "text-align",
                    "border-left",
                    "padding-left",
                    "margin-left")))
            .allowWithoutAttributes("span", "font", "div", "p")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private final Files files;
    private final Oddities oddities;
    private int pictures;

    CleanHtml(Files files, Oddities oddities) {
        this.files = files;
        this.oddities = oddities;
    }

    String cleaned(String html) {
        if (html.length() > HtmlText.LONGEST) oddities.mark(Fault.TEXT_CUT);
        var document = HtmlText.parsed(html);
        document.select("img[src]").forEach(this::picture);
        return POLICY.sanitize(document.body().html());
    }

    /** One within the HTML becomes a file of the mail; one from elsewhere is gone. */
    private void picture(Element picture) {
        var source = DATA.matcher(picture.attr("src"));
        if (!source.matches()) {
            if (!OWN_PICTURE.matcher(picture.attr("src")).matches()) picture.remove();
            return;
        }
        var content = Base64.decoded(source.group(2).getBytes(StandardCharsets.ISO_8859_1));
        var type = source.group(1).toLowerCase(Locale.ROOT);
        var id = "picture-" + ++pictures + "@html";
        files.add(new MailFile("picture-" + pictures + "." + type.substring(6), type, content, true, id));
        picture.attr("src", "cid:" + id);
    }
}
