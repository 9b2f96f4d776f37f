package io.tandem.channel.mail.read;

/** Text whose lines were only broken for the way (RFC 3676): a blank at a line's end says that it goes on. */
final class FlowedText {

    private final boolean dropsBlank;
    private final StringBuilder text = new StringBuilder();
    private String open = "";
    private boolean isOpen;

    private FlowedText(boolean dropsBlank) {
        this.dropsBlank = dropsBlank;
    }

    static String joined(HeaderValue type, String text) {
        if (!type.parameter("format").orElse("").equalsIgnoreCase("flowed")) return text;
        var flowed = new FlowedText(type.parameter("delsp").orElse("").equalsIgnoreCase("yes"));
        text.lines().forEach(flowed::take);
        flowed.close();
        return flowed.text.toString();
    }

    private void take(String line) {
        var quote = line.replaceAll("^(>*).*", "$1");
        var words = line.substring(quote.length());
        if (words.startsWith(" ")) words = words.substring(1);
        if (isOpen && !open.equals(quote)) close();
        if (!isOpen && !quote.isEmpty()) text.append(quote).append(' ');
        open = quote;
        isOpen = words.endsWith(" ") && !words.equals("-- ");
        text.append(isOpen && dropsBlank ? words.substring(0, words.length() - 1) : words);
        if (!isOpen) text.append('\n');
    }

    private void close() {
        if (isOpen) text.append('\n');
        isOpen = false;
    }
}
