package io.tandem.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What was written on a ticket so far, as mail programs want to know it to keep a conversation together. */
@Component
class Correspondence {

    private static final int LONGEST_SUBJECT = 150;
    private static final int MOST_IDS = 20;
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:\\s*(?:re|aw|antw|antwort|fwd?|wg|tr|rv|r|ré?f|odp|sv|vs|doorst)(?:\\[\\d+])?\\s*:|\\s*\\[#\\d+])+\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBERS = Pattern.compile("\\s*\\[#\\d+]");

    private final Mails mails;
    private final SentMails sent;

    Correspondence(Mails mails, SentMails sent) {
        this.mails = mails;
        this.sent = sent;
    }

    /**
     * @param answered the Message-ID of the mail that the next one answers
     * @param chain the Message-IDs of the whole conversation, that one last
     * @param subjects of the customer's mails in their order, without what answers put before them
     */
    record SoFar(Optional<String> answered, List<String> chain, List<String> subjects) {}

    SoFar on(UUID ticket) {
        var taken = mails.takenOn(ticket);
        var subjects = taken.stream()
                .map(mail -> bare(mail.subject()))
                .filter(text -> !text.isEmpty())
                .toList();
        var latest = taken.stream().filter(mail -> mail.messageId() != null).reduce((earlier, later) -> later);
        if (latest.isPresent()) {
            var id = Optional.ofNullable(latest.get().messageId());
            return new SoFar(id, shortened(latest.get().chain(), id), subjects);
        }
        var ours = sent.idsOn(ticket);
        return new SoFar(ours.stream().reduce((earlier, later) -> later), shortened(ours, Optional.empty()), subjects);
    }

    /** The first one keeps a thread together, the last ones show where it goes on. */
    private static List<String> shortened(List<String> chain, Optional<String> last) {
        var all = new ArrayList<>(chain);
        last.ifPresent(id -> {
            all.remove(id);
            all.add(id);
        });
        if (all.size() > MOST_IDS) all.subList(1, all.size() - MOST_IDS + 1).clear();
        return List.copyOf(all);
    }

    static String bare(String subject) {
        var text = NUMBERS.matcher(PREFIXES.matcher(subject).replaceFirst("")).replaceAll("");
        return Printable.line(text, LONGEST_SUBJECT);
    }
}
