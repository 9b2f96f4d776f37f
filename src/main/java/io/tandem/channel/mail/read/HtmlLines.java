package io.tandem.channel.mail.read;

/** Lines that are written word by word; never more than one blank one between them. */
final class HtmlLines {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quoted;
    private int quotedBefore;
    private boolean blankDue;

    void words(String words) {
        var follows = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
        line.append(follows && words.startsWith(" ") ? words.substring(1) : words);
    }

    void verbatim(String words) {
        var rest = words.split("\\r?\\n", -1);
        for (int i = 0; i < rest.length; i++) {
            if (i > 0) lineBreak();
            line.append(rest[i]);
        }
    }

    void lineBreak() {
        if (line.toString().isBlank()) blankDue = true;
        end();
    }

    void paragraph() {
        end();
        blankDue = true;
    }

    void alone(String words) {
        end();
        line.append(words);
        end();
    }

    void end() {
        if (line.indexOf("\u00A0") >= 0
                && line.toString().replace('\u00A0', ' ').isBlank()) blankDue = true;
        var words = line.toString().replace('\u00A0', ' ').stripTrailing();
        line.setLength(0);
        if (words.isBlank()) return;
        if (blankDue && !text.isEmpty())
            text.append(">".repeat(Math.min(quoted, quotedBefore))).append('\n');
        blankDue = false;
        if (quoted > 0) text.append(">".repeat(quoted)).append(' ');
        text.append(words).append('\n');
        quotedBefore = quoted;
    }

    void quote(int deeper) {
        quoted += deeper;
    }

    String text() {
        end();
        return text.toString();
    }
}
