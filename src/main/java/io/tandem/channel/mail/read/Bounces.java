package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Address;
import io.tandem.channel.mail.read.ReadMail.Bounce;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mails that say that a mail did not arrive: after RFC 3464, and those of servers that use words of their own. */
final class Bounces {

    private static final int LONGEST = 100_000;

    /** More than a report of one mail has any reason to name. */
    private static final int NAMED = 50;

    private static final Pattern FROM =
            Pattern.compile("(?i)(?:mailer-daemon|postmaster|mail-?daemon|mda?elivery|bounces?)(?:[+.-].*)?@.*");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu).*(?:undeliver|delivery (?:status|failure|has failed)|mail delivery (?:failed|system)"
                    + "|returned mail|failure notice|unzustellbar|nicht zugestellt|non remis|no entregado|non recapitabile|onbestelbaar|niedostarczon).*");
    private static final Pattern ID = Pattern.compile("(?im)^[>\\s]{0,4}Message-ID:\\s*<([^<>\\s]{1,900})>");
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([45])\\d\\d[ -]");
    private static final Pattern RECIPIENT = Pattern.compile(
            "<?([^\\s<>()\\[\\],;:\"@]{1,100}@[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}.-]{0,250}[\\p{L}\\p{N}])>?");

    private final Part mail;
    private final Oddities oddities;

    private Bounces(Part mail, Oddities oddities) {
        this.mail = mail;
        this.oddities = oddities;
    }

    static @Nullable Bounce in(Part mail, Oddities oddities) {
        var bounces = new Bounces(mail, oddities);
        return bounces.reported().or(bounces::told).orElse(null);
    }

    private Optional<Bounce> reported() {
        return part("message/delivery-status")
                .or(() -> part("message/global-delivery-status"))
                .flatMap(report -> {
                    var text = cut(report.text(oddities)).replaceAll("\\n[ \\t]+", " ");
                    var action = field(text, "Action")
                            .map(value -> value.toLowerCase(Locale.ROOT))
                            .orElse("failed");
                    if (!action.startsWith("fail") && !action.startsWith("delay")) return Optional.empty();
                    var recipient = field(text, "Original-Recipient").or(() -> field(text, "Final-Recipient"));
                    return Optional.of(new Bounce(
                            original().orElse(null),
                            recipient
                                    .flatMap(Bounces::address)
                                    .or(this::failedRecipient)
                                    .orElse(null),
                            field(text, "Status")
                                    .flatMap(value -> first(STATUS, value))
                                    .orElse(null),
                            action.startsWith("fail"),
                            named(text)));
                });
    }

    private Optional<String> original() {
        for (var type : new String[] {
            "message/rfc822",
            "text/rfc822-headers",
            "message/global",
            "message/global-headers",
            "message/rfc822-headers"
        }) {
            var id = part(type).flatMap(part -> first(ID, cut(part.text(oddities))));
            if (id.isPresent()) return id;
        }
        return Optional.empty();
    }

    /** Servers like qmail's and Exim's write for people. */
    private Optional<Bounce> told() {
        var headers = mail.headers();
        var from = new Addresses(headers)
                .in("from").stream().findFirst().map(Address::address).orElse("");
        var failed = headers.has("x-failed-recipients");
        var told = FROM.matcher(from).matches()
                && SUBJECT.matcher(EncodedWords.decoded(headers.firstOr("subject", "")))
                        .matches();
        if (!failed && !told) return Optional.empty();
        var text = cut(words());
        var status = first(STATUS, text);
        var temporary = status.or(() -> first(CODE, text))
                .filter(code -> code.startsWith("4"))
                .isPresent();
        return Optional.of(new Bounce(
                first(ID, text).or(this::original).orElse(null),
                failedRecipient().or(() -> address(text)).orElse(null),
                status.orElse(null),
                !temporary,
                named("")));
    }

    /** In what the report says in fields, in its head, and in its words for people. */
    private List<String> named(String fields) {
        var said = String.join("\n", fields, mail.headers().firstOr("x-failed-recipients", ""), cut(words()));
        return RECIPIENT
                .matcher(said)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .limit(NAMED)
                .toList();
    }

    private String words() {
        var words = new StringBuilder();
        for (var part : mail.all()) {
            if (part.is("text/plain") && words.length() < LONGEST)
                words.append(part.text(oddities)).append('\n');
            if (part.is("text/html") && words.length() < LONGEST)
                words.append(HtmlText.plain(cut(part.text(oddities)))).append('\n');
        }
        return words.toString();
    }

    private Optional<String> failedRecipient() {
        return mail.headers().first("x-failed-recipients").flatMap(Bounces::address);
    }

    private Optional<Part> part(String type) {
        return mail.all().stream().filter(part -> part.is(type)).findFirst();
    }

    private static Optional<String> field(String text, String name) {
        return first(Pattern.compile("(?im)^" + name + ":[ \\t]*([^\\r\\n]{1,1000})"), text);
    }

    private static Optional<String> address(String text) {
        return first(RECIPIENT, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
