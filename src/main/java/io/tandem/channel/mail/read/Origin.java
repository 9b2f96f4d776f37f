package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Kind;
import io.tandem.channel.mail.read.ReadMail.People;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who, or what, has written a mail: by what programs say of themselves, and by habits of those that say nothing. */
final class Origin {

    /** How the answers of people who are away begin, before the subject that they answer. */
    private static final Pattern AWAY =
            Pattern.compile("(?iu)^(?:automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office"
                    + "(?: reply| autoreply)?|automatische antwort|abwesenheitsnotiz|abwesenheitsassistent|abwesend|autosvar"
                    + "|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|afwezig"
                    + "|odpowiedź automatyczna|autoodpowiedź)\\s*[:：].*");

    private static final Pattern AWAY_WORDS = Pattern.compile(
            "(?iu).*\\b(?:out of (?:the )?office|vacation|on leave|abwesen\\w+"
                    + "|urlaub|absence|absent|fuera de la oficina|fuori sede|assenza|afwezig\\w*|nieobecnoś\\w+|auto-?reply).*");

    private static final Pattern NOBODY = Pattern.compile(
            "(?i)(?:no-?_?reply|do-?not-?reply|donotreply|nicht-?antworten|mailer-daemon|postmaster)(?:[+.-].*)?@.*");

    private static final Set<String> MASS = Set.of("bulk", "junk");

    private final Part mail;
    private final Headers headers;
    private final People people;
    private final String subject;

    Origin(Part mail, People people, String subject) {
        this.mail = mail;
        this.headers = mail.headers();
        this.people = people;
        this.subject = subject;
    }

    Kind kind(boolean bounced) {
        if (bounced) return Kind.BOUNCE;
        if (isAutoReply()) return Kind.AUTO_REPLY;
        if (isList()) return Kind.LIST;
        if (isCalendar()) return Kind.CALENDAR;
        return isAutomatic() ? Kind.AUTOMATIC : Kind.PERSON;
    }

    private boolean isAutoReply() {
        return headers.word("auto-submitted").equals("auto-replied")
                || Set.of("auto_reply", "auto-reply").contains(headers.word("precedence"))
                || Stream.of("x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply")
                        .anyMatch(this::says)
                || AWAY.matcher(subject).matches()
                || isAutomatic()
                        && headers.has("in-reply-to")
                        && AWAY_WORDS.matcher(subject).matches();
    }

    /** Newsletters without a list's id are told by {@code List-Unsubscribe}, as automatic. */
    private boolean isList() {
        return headers.word("precedence").equals("list")
                || Stream.of("list-id", "list-post", "mailing-list", "x-mailman-version", "x-beenthere")
                        .anyMatch(headers::has);
    }

    private boolean isCalendar() {
        return mail.all().stream()
                .anyMatch(part -> part.is("text/calendar")
                        && part.type().parameter("method").isPresent());
    }

    private boolean isAutomatic() {
        return says("auto-submitted")
                || MASS.contains(headers.word("precedence"))
                || says("x-auto-response-suppress")
                || Stream.of("x-loop", "list-unsubscribe", "x-ms-exchange-generated-message-source", "x-cron-env")
                        .anyMatch(headers::has)
                || headers.first("return-path")
                        .filter(path -> path.equals("<>"))
                        .isPresent()
                || isReport()
                || isNobody();
    }

    private boolean isReport() {
        return mail.is("multipart/report")
                || mail.all().stream().anyMatch(part -> part.is("message/disposition-notification"));
    }

    /** Forms of web sites send from such addresses, too, but say to whom the answer goes. */
    private boolean isNobody() {
        var from = people.from();
        return from != null
                && people.replyTo().isEmpty()
                && NOBODY.matcher(from.address()).matches();
    }

    private boolean says(String name) {
        return headers.has(name) && !Set.of("no", "none", "false", "0", "").contains(headers.word(name));
    }
}
