package io.tandem.channel.mail.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines by which mail programs say that what follows is another mail, in German, English, French, Spanish, Italian, Dutch
 * and Polish.
 */
final class QuoteMarks {

    private static final int LONGEST = 500;

    private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}>.*");

    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)^\\s*[-_]{2,}\\s*(?:original message|original email|reply message|ursprüngliche nachricht"
                    + "|originalnachricht|original-?nachricht|urspr\\.? nachricht|message d[’']origine|message original|courriel original"
                    + "|mensaje original|messaggio originale|oorspronkelijk bericht|origineel bericht|wiadomość oryginalna"
                    + "|oryginalna wiadomość|pierwotna wiadomość)\\s*[-_]{2,}\\s*$");

    private static final Pattern GROUPWISE = Pattern.compile("^>>> .{1,200}\\d.{0,60} >>>\\s*$");

    private static final Pattern FORWARD = Pattern.compile(
            "(?iu)^\\s*(?:[-_]{2,}\\s*(?:forwarded message|forwarded by .{1,60}|weitergeleitete nachricht"
                    + "|weitergeleitete mail|message transféré|message réexpédié|mensaje reenviado|messaggio inoltrato"
                    + "|doorgestuurd bericht|przekazana wiadomość|wiadomość przekazana|treść przekazanej wiadomości)\\s*[-_]{2,}"
                    + "|(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)"
                    + "|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht"
                    + "|początek przekazywanej wiadomości)\\s*:)\\s*$");

    private static final String VERBS =
            "wrote|schrieb|a écrit|escribió|ha scritto|schreef|geschreven|napisał(?:\\(a\\)|a)?|pisze|użytkownik";
    private static final String DAYS = "(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim"
            + "|mié|jue|vie|sáb|dom|gio|sab|ma|wo|vr|za|zo|pon|wt|śr|czw|pt|sob|niedz)\\w{0,8}\\.?,?\\s";
    private static final String BEGIN =
            "(?iu)^\\s*[-*]{0,6}\\s*(?:on|am|le|el|il|op|w dniu|dnia|wiadomość napisana przez|" + DAYS
                    + "|\\d{1,4}[-./]\\d{1,2}[-./]\\d{2,4}|\\d{1,2}\\.?\\s\\p{L}{3,12}\\.?\\s\\d{4})";
    private static final Pattern ATTRIBUTION = Pattern.compile(
            BEGIN + "(?:\\b.{0,400}\\b(?:" + VERBS + ")(?:\\s.{0,200})?|.{0,200}w dniu.{0,60})\\s?(?::|-{3,})\\s*$");
    private static final String SOMEBODY = "<\\S{1,200}@\\S{1,200}>";
    private static final Pattern RUNNING = Pattern.compile(BEGIN + "\\b.{0,60}\\d{1,2}:\\d\\d\\b.{0,100}(?:(?:" + VERBS
            + ").{0,100}" + SOMEBODY + "|" + SOMEBODY + "\\s{0,3}(?:" + VERBS + "))\\s?:\\s.*");
    private static final Pattern NAMED =
            Pattern.compile("(?iu)^\\s*[^>].{1,200}\\s(?:" + VERBS + ")(?:\\s.{0,100})?\\s?:\\s*$");
    private static final Pattern DIGIT = Pattern.compile("\\d|@");
    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S+\\.\\S|mailto:");

    private static final Pattern UNDERLINE = Pattern.compile("^\\s*_{20,}\\s*$");
    private static final Map<String, Pattern> LABELS = Map.of(
            "from", label("from|von|de|da|van|od|exp[ée]diteur|mittente|nadawca"),
            "sent",
                    label(
                            "sent|date|gesendet(?: am)?|datum|envoyé(?: le)?|enviado(?: el)?|fecha|inviato|data|verzonden|wysłano|wysłane"),
            "to", label("to|an|à|para|a|aan|do|pour|destinataire"),
            "subject", label("subject|betreff|objet|asunto|oggetto|onderwerp|temat"));

    private QuoteMarks() {}

    private static Pattern label(String words) {
        return Pattern.compile("(?iu)^[\\s*]*(?:" + words + ")[\\s*\\u00A0]*:.*");
    }

    static boolean isQuoted(String line) {
        return QUOTED.matcher(line).matches();
    }

    static boolean isForward(String line) {
        return line.length() < LONGEST && FORWARD.matcher(line).matches();
    }

    /** @return whether all that follows is another mail, though no line of it says so */
    static boolean isDivider(List<String> lines, int at) {
        var line = lines.get(at);
        if (line.length() > LONGEST) return false;
        if (line.equals(HtmlQuotes.DIVIDER)
                || ORIGINAL.matcher(line).matches()
                || GROUPWISE.matcher(line).matches()) return true;
        var rest = lines.subList(UNDERLINE.matcher(line).matches() ? at + 1 : at, lines.size());
        return isHeaderBlock(rest);
    }

    /** @return the end without the line that a program draws above another mail */
    static int beforeRule(List<String> lines, int end) {
        int last = end;
        while (last > 0 && lines.get(last - 1).isBlank()) last--;
        return last > 0
                        && last < lines.size()
                        && UNDERLINE.matcher(lines.get(last - 1)).matches()
                ? last - 1
                : end;
    }

    /** Yahoo's app lets the other mail begin in the same line. */
    static boolean isRunningAttribution(String line) {
        return line.length() < LONGEST && RUNNING.matcher(line).matches();
    }

    /** The first line and those right behind it name sender, date, recipient and subject, at least three of these. */
    static boolean isHeaderBlock(List<String> lines) {
        var seen = new HashSet<String>();
        int read = 0;
        for (var line : lines) {
            if (line.isBlank()) continue;
            if (read++ == 8) break;
            if (line.length() > 2_000) continue;
            LABELS.forEach((name, label) -> {
                if (label.matcher(line).matches()) seen.add(name);
            });
            if (seen.isEmpty()) return false;
        }
        return seen.size() >= 3 && seen.contains("from");
    }

    /**
     * How many lines from here on say who wrote what follows; 0 for none. They are broken anywhere.
     *
     * @param certain only if it names an address, or else a quotation is not seen to follow
     */
    static int attribution(List<String> lines, int at, boolean certain) {
        var joined = new StringBuilder();
        for (int i = at; i < Math.min(at + 4, lines.size()); i++) {
            var line = lines.get(i);
            if (line.length() > LONGEST || isQuoted(line) || line.isBlank()) return 0;
            joined.append(i == at ? "" : " ").append(line.strip());
            if (isAttribution(joined.toString(), i > at, certain)) return i - at + 1;
        }
        return 0;
    }

    private static boolean isAttribution(String line, boolean broken, boolean certain) {
        if (line.length() > LONGEST || !DIGIT.matcher(line).find()) return false;
        if (certain && !ADDRESS.matcher(line).find()) return false;
        return ATTRIBUTION.matcher(line).matches()
                || !broken && !certain && NAMED.matcher(line).matches();
    }
}
