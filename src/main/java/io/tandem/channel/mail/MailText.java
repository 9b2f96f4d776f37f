package io.tandem.channel.mail;

import io.tandem.channel.Button;
import io.tandem.channel.Outgoing;
import io.tandem.content.Languages;
import io.tandem.content.Markdown;
import io.tandem.content.Texts;
import io.tandem.ticket.Message.Author;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A message as the text of a mail, once for reading anywhere and once with headings, lists and links to click. */
@Component
class MailText {

    /** Where a program shows colours, it shows its own: we set none but that of the line at the end. */
    private static final String STYLE = "body{font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;"
            + "font-size:16px;line-height:1.5;max-width:40em}"
            + ".choices a{display:inline-block;margin:0 12px 8px 0;padding:8px 14px;border:1px solid;border-radius:6px}"
            + ".about{border-top:1px solid;margin-top:24px;padding-top:8px;font-size:14px}";

    private final Markdown markdown;
    private final Texts texts;
    private final Languages languages;

    MailText(Markdown markdown, Texts texts, Languages languages) {
        this.markdown = markdown;
        this.texts = texts;
        this.languages = languages;
    }

    String plain(Outgoing message) {
        var text = new StringBuilder(markdown.toPlain(message.markdown()).strip());
        for (var button : message.buttons()) {
            text.append("\n\n").append(button.label()).append(":\n").append(button.link());
        }
        if (!name(message).isEmpty()) text.append("\n\n").append(name(message));
        return text.append("\n\n-- \n").append(about(message)).append('\n').toString();
    }

    String html(Outgoing message) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1">\
                <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">\
                <title>%s</title><style>:root{color-scheme:light dark}%s</style></head>
                <body>%s%s%s<p class="about">%s</p></body></html>
                """.formatted(
                        escaped(message.language()),
                        escaped(subject(message)),
                        STYLE,
                        markdown.toHtml(message.markdown()),
                        choices(message),
                        name(message).isEmpty() ? "" : "<p>" + escaped(name(message)) + "</p>",
                        escaped(about(message)));
    }

    private static String choices(Outgoing message) {
        if (message.buttons().isEmpty()) return "";
        return message.buttons().stream()
                .map(MailText::link)
                .collect(Collectors.joining("", "<p class=\"choices\">", "</p>"));
    }

    private static String link(Button button) {
        return "<a href=\"%s\">%s</a> ".formatted(escaped(button.link()), escaped(button.label()));
    }

    /** The person who wrote it; a machine says in its text that it is one. */
    private static String name(Outgoing message) {
        var name = message.authorName();
        return message.author() == Author.AGENT && name != null ? Printable.line(name, 200) : "";
    }

    private String about(Outgoing message) {
        return message.isOnTicket()
                ? texts.get(message.language(), "mail.about", Map.of("number", message.number()))
                : texts.get(message.language(), "mail.aboutNoTicket");
    }

    /** One that repeats no word of whoever wrote to us. */
    String subject(Outgoing message) {
        return message.isOnTicket()
                ? texts.get(message.language(), "mail.subject", Map.of("number", message.number()))
                : texts.get(message.language(), "mail.subjectNoTicket");
    }

    /** @param bare without what answers put before it, and without a number */
    boolean isOurSubject(String bare) {
        return languages.all().stream()
                .map(language -> texts.get(language, "mail.subject", Map.of("number", 0)))
                .anyMatch(ours -> Correspondence.bare(ours).equalsIgnoreCase(bare));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
