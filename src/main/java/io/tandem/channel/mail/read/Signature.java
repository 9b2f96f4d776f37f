package io.tandem.channel.mail.read;

import java.util.List;
import java.util.regex.Pattern;

/** What a program adds below what somebody has written. */
final class Signature {

    /** More below a line of dashes is not only a signature. */
    private static final int MOST_LINES = 20;

    private static final int LONGEST = 300;

    private static final Pattern DASHES = Pattern.compile("^(?:-- ?|––? ?|— ?|_{2,10})$");

    private static final String DEVICE =
            "(?:iphone|ipad|ipod|galaxy|samsung|android|huawei|xiaomi|redmi|pixel|mobil|smartphone|handy|mobile|"
                    + "blackberry|windows|outlook|yahoo|mail|telefon|téléphone|teléfono|móvil|cellulare|tablet|gmx|web\\.de|aol|proton|apple|nokia|oneplus|motorola|sony|honor|oppo)";

    private static final Pattern MOBILE = Pattern.compile("(?iu)^[\\s*_\"<(\\[]*(?:"
            + "(?:sent|get)\\s(?:from|with|via|using|outlook)\\b.{0,60}"
            + "|(?:von\\s(?:meinem|meiner|unterwegs|yahoo|outlook|mobil)|gesendet\\s(?:mit|von|über|aus)|diese nachricht wurde von|holen sie sich outlook)\\b.{0,80}"
            + "|(?:envoyé|envoyée)\\s(?:de|depuis|à partir|avec|par)\\b.{0,60}|(?:télécharge[rz]|obtenir|obtenez)\\soutlook\\b.{0,30}"
            + "|enviado\\s(?:desde|con)\\b.{0,60}|(?:obtener|descarga(?:r)?|obtén)\\soutlook\\b.{0,30}"
            + "|(?:inviato|scaricato)\\s(?:da|dal|dalla|con)\\b.{0,60}|(?:scarica|ottieni)\\soutlook\\b.{0,30}"
            + "|(?:verzonden|verstuurd)\\s(?:vanaf|vanuit|met|via|van)\\b.{0,60}|outlook\\s(?:voor|für|for)\\b.{0,40}|download outlook\\b.{0,30}"
            + "|(?:wysłane|wysłano)\\s(?:z|za pomocą)\\b.{0,60}|pobierz\\s.{0,15}outlook\\b.{0,30}"
            + ")$");
    private static final Pattern DEVICES = Pattern.compile("(?iu)" + DEVICE);

    private static final Pattern CONTACT = Pattern.compile(
            "(?iu)(?:^|[\\s|•·])(?:tel(?:\\.|efon|efoon|éfono|éphone)?|phone|fax|mobil|mobile|mob\\.|handy|fon|tél\\.?|cell)\\s*\\.?:?\\s*[+(0]"
                    + "|www\\.|https?://|\\S@\\S+\\.\\w{2,}|\\bHR[AB]\\b|\\bUSt|\\bVAT\\b|Geschäftsführ|Amtsgericht|Registergericht|\\bSIRET\\b|P\\.? ?IVA|\\bNIP\\b|\\bKvK\\b");
    private static final Pattern FAREWELL = Pattern.compile(
            "(?iu)^(?:(?:mit |viele |beste |freundliche |liebe |herzliche |schöne )+(?:freundliche[nm] )?gr(?:u|ü|ue)(?:ß|ss)(?:en?)?|mfg|(?:kind|best|warm) regards|regards|best wishes|many thanks|thanks|thank you|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|best"
                    + "|cordialement|bien (?:cordialement|à vous)|salutations|atentamente|saludos(?: cordiales)?|un saludo|cordiali saluti|distinti saluti|saluti|met vriendelijke groeten?|groeten|z poważaniem|pozdrawiam)\\b.{0,40}$");
    private static final Pattern OWN_WORDS =
            Pattern.compile("(?iu)\\?\\s*$|^p\\.? ?s\\.?\\b|nummer|number|\\bnr\\b|numéro|número|numero|numer\\b");

    private Signature() {}

    /** The lines that are left. */
    static List<String> cut(List<String> lines) {
        var left = withoutMobile(withoutBlankEnd(lines));
        for (int i = left.size() - 1; i >= Math.max(0, left.size() - MOST_LINES - 1); i--) {
            if (isDashes(left.get(i), left.subList(i + 1, left.size()))) {
                left = withoutMobile(withoutBlankEnd(left.subList(0, i)));
                break;
            }
        }
        return withoutContacts(left);
    }

    /** With its blank the line is a standard; without it people draw it, too, and go on with their own words. */
    private static boolean isDashes(String line, List<String> below) {
        if (line.equals("-- ")) return true;
        return DASHES.matcher(line).matches()
                && below.stream().noneMatch(each -> OWN_WORDS.matcher(each).find());
    }

    private static List<String> withoutMobile(List<String> lines) {
        var left = lines;
        while (!left.isEmpty() && isMobile(left.get(left.size() - 1))) {
            left = withoutBlankEnd(left.subList(0, left.size() - 1));
        }
        return left;
    }

    private static boolean isMobile(String line) {
        if (line.length() > LONGEST) return false;
        var words = line.replaceAll("\\s*[(<]?https?://\\S+[)>]?", "").strip();
        return words.length() < 120
                && MOBILE.matcher(words).matches()
                && DEVICES.matcher(words).find();
    }

    /** A company's lines below a farewell and a name: only if they are nothing but that. */
    private static List<String> withoutContacts(List<String> lines) {
        for (int i = Math.max(0, lines.size() - MOST_LINES); i < lines.size(); i++) {
            if (!FAREWELL.matcher(lines.get(i).strip()).matches()) continue;
            var name = nextWords(lines, i + 1);
            var rest = lines.subList(Math.min(lines.size(), name + 1), lines.size());
            if (areContacts(rest)) return withoutBlankEnd(lines.subList(0, name + 1));
        }
        return lines;
    }

    private static int nextWords(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) at++;
        return at;
    }

    private static boolean areContacts(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.length() > LONGEST)) return false;
        return lines.stream().filter(line -> CONTACT.matcher(line).find()).count() >= 2
                && lines.stream().noneMatch(line -> OWN_WORDS.matcher(line).find());
    }

    private static List<String> withoutBlankEnd(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) end--;
        return lines.subList(0, end);
    }
}
