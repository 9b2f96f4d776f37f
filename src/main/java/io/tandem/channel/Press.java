package io.tandem.channel;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button says, in the few signs that every provider carries for us.
 *
 * @param message the bot's message that it is about, where it is about one
 * @param number the choice, counted from 0, or the score
 * @param resolution which of the ticket's resolutions is rated
 */
public record Press(Kind kind, @Nullable UUID message, int number, int resolution) {

    public enum Kind {
        HUMAN,
        HELPED,
        UNHELPED,
        CHOOSE,
        RATE
    }

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern ABOUT_MESSAGE = Pattern.compile("(helped|unhelped):" + ID);
    private static final Pattern CHOICE = Pattern.compile("choose:" + ID + ":(\\d)");
    private static final Pattern RATING = Pattern.compile("rate:(\\d{1,6}):([1-5])");

    public static Press human() {
        return new Press(Kind.HUMAN, null, 0, 0);
    }

    public static Press helped(UUID answer) {
        return new Press(Kind.HELPED, answer, 0, 0);
    }

    public static Press unhelped(UUID answer) {
        return new Press(Kind.UNHELPED, answer, 0, 0);
    }

    static Press choose(UUID question, int choice) {
        return new Press(Kind.CHOOSE, question, choice, 0);
    }

    public static Press rate(int resolution, int score) {
        return new Press(Kind.RATE, null, score, resolution);
    }

    public String text() {
        return switch (kind) {
            case HUMAN -> "human";
            case HELPED -> "helped:" + message;
            case UNHELPED -> "unhelped:" + message;
            case CHOOSE -> "choose:" + message + ":" + number;
            case RATE -> "rate:" + resolution + ":" + number;
        };
    }

    /** What {@link #text} said; nothing if it is none of ours. */
    public static Optional<Press> read(String text) {
        if (text.equals("human")) return Optional.of(human());
        return matched(ABOUT_MESSAGE, text)
                .map(found -> found.group(1).equals("helped")
                        ? helped(UUID.fromString(found.group(2)))
                        : unhelped(UUID.fromString(found.group(2))))
                .or(() -> matched(CHOICE, text)
                        .map(found -> choose(UUID.fromString(found.group(1)), Integer.parseInt(found.group(2)))))
                .or(() -> matched(RATING, text)
                        .map(found -> rate(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))));
    }

    private static Optional<Matcher> matched(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
