package io.tandem.channel.mail.read;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** How mail programs mark in HTML what is not the writer's own. */
final class HtmlQuotes {

    /** A character for private use that no mail keeps: see {@link HtmlLines}. */
    static final String DIVIDER = "\uE0F1";

    /** What Outlook (desktop, web, mobile, Mac) puts around or before the mail that is answered; all that follows is it. */
    private static final Set<String> DIVIDERS = Set.of(
            "divrplyfwdmsg",
            "olk_src_body_section",
            "mail-editor-reference-message-container",
            "ms-outlook-mobile-reference-message",
            "outlookmessageheader");

    /** Outlook's line over its block of From, Sent, To and Subject. */
    private static final Pattern LINE = Pattern.compile("(?i)border-top\\s*:\\s*solid\\s+#?\\w+\\s+1\\.0pt");

    private static final Set<String> QUOTES =
            Set.of("yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "quote", "cafereplyquote");

    /** Gmail's and Outlook's indentation is a blockquote, too. */
    private static final Pattern INDENTED = Pattern.compile("(?i)border\\s*:\\s*(?:none|0)");

    private static final Set<String> SIGNATURES = Set.of(
            "gmail_signature",
            "moz-signature",
            "applemailsignature",
            "ms-outlook-mobile-signature",
            "ms-outlook-mobile-body-separator-line",
            "signature",
            "protonmail_signature_block",
            "bloop_sign",
            "yahoo_signature");

    private HtmlQuotes() {}

    static boolean isDivider(Element element) {
        return isNamed(element, DIVIDERS)
                || LINE.matcher(element.attr("style")).find() && QuoteMarks.isHeaderBlock(HtmlText.linesOf(element));
    }

    static boolean isQuote(Element element) {
        if (element.normalName().equals("blockquote")) {
            return !INDENTED.matcher(element.attr("style")).find() && !isForward(element);
        }
        return isNamed(element, QUOTES) && !isForward(element);
    }

    /** What somebody passes on is what they want to say. */
    private static boolean isForward(Element element) {
        return HtmlText.linesOf(element).stream().limit(3).anyMatch(QuoteMarks::isForward);
    }

    static boolean isSignature(Element element) {
        return isNamed(element, SIGNATURES);
    }

    private static boolean isNamed(Element element, Set<String> names) {
        if (!element.hasAttr("id") && !element.hasAttr("class") && !element.hasAttr("name")) return false;
        if (names.contains(bare(element.id())) || names.contains(bare(element.attr("name")))) return true;
        return element.classNames().stream().anyMatch(name -> names.contains(bare(name)));
    }

    /** Outlook writes {@code x_} before the names in what it quotes, Yahoo a number behind. */
    private static String bare(String name) {
        if (name.length() > 100) return "";
        return name.toLowerCase(Locale.ROOT).replaceAll("^(?:x_)+|_\\d+$", "");
    }
}
