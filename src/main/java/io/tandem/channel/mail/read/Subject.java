package io.tandem.channel.mail.read;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a mail is about, by its sender's account. */
record Subject(String text) {

    private static final String REPLY = "re?|aw|antw|antwoord|rép|rif|odp|sv|vs|res";
    private static final String FORWARD = "fwd?|wg|tr|rv|i|enc|doorst|pd|vl|vb|weitergeleitet";
    private static final Pattern FORWARDED = prefix("(?:" + FORWARD + ")");
    private static final Pattern ANSWERED = prefix("(?:" + REPLY + ")");
    private static final Pattern PREFIXES = Pattern.compile(
            "(?iu)^(?:\\s*(?:(?:" + REPLY + "|" + FORWARD + ")(?:\\[\\d+]|\\(\\d+\\))?\\s*:|\\[[^\\]]{1,40}]))+\\s*");
    private static final Pattern EMPTY =
            Pattern.compile("(?iu)\\(?(?:no subject|kein(?:en)? betreff|sans objet|sin asunto"
                    + "|nessun oggetto|senza oggetto|geen onderwerp|brak tematu|none|null)?\\)?");

    private static Pattern prefix(String words) {
        return Pattern.compile("(?iu)^\\s*(?:\\[[^\\]]{1,40}]\\s*)?" + words + "(?:\\[\\d+]|\\(\\d+\\))?\\s*:.*");
    }

    /** The first prefix counts: {@code AW: WG: x} is the answer to a forwarded mail. */
    boolean isForward() {
        return FORWARDED.matcher(text).matches();
    }

    boolean isReply() {
        return ANSWERED.matcher(text).matches();
    }

    String bare() {
        return PREFIXES.matcher(text).replaceFirst("").strip();
    }

    /** The text, after the subject if that has a word that the text lacks. */
    String before(String message) {
        var bare = bare();
        if (EMPTY.matcher(bare).matches() || words(message).containsAll(words(bare))) return message;
        return message.isBlank() ? bare : bare + "\n\n" + message;
    }

    private static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
