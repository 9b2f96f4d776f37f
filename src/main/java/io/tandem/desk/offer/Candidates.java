package io.tandem.desk.offer;

import static java.util.Comparator.comparingDouble;

import io.tandem.bot.Suggestions;
import io.tandem.content.Markdown;
import io.tandem.desk.offer.Experience.Kind;
import io.tandem.desk.offer.Experience.Subject;
import io.tandem.ticket.Answer.Finding;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What could be offered on a ticket: the few that fit the matter best, in the order that experience suggests. */
@Component
class Candidates {

    static final String NO_TOPIC = "";
    private static final int MOST = 3;

    private final Suggestions suggestions;
    private final SimilarTickets similar;
    private final Experience experience;
    private final Markdown markdown;
    private final OfferSettings settings;

    Candidates(
            Suggestions suggestions,
            SimilarTickets similar,
            Experience experience,
            Markdown markdown,
            OfferSettings settings) {
        this.suggestions = suggestions;
        this.similar = similar;
        this.experience = experience;
        this.markdown = markdown;
        this.settings = settings;
    }

    record Found(List<Help> articles, List<Similar> similar) {}

    /** An article that may help. */
    record Help(Source source, String text, double confidence) {}

    static Subject subject(Help help) {
        return new Subject(Kind.ARTICLE, help.source().article());
    }

    static Subject subject(Similar similar) {
        return new Subject(Kind.SIMILAR, similar.item());
    }

    /** Too unsure ones are left out: more to read is no help. */
    Found on(Ticket ticket) {
        var helps = suggestions.of(ticket).stream()
                .filter(finding -> finding.confidence() >= settings.leastConfidence())
                .map(this::help)
                .toList();
        var like = similar.to(ticket);
        var items = Stream.concat(
                        helps.stream().map(Candidates::subject), like.stream().map(Candidates::subject))
                .map(Subject::item)
                .toList();
        var worth = experience.in(ticket.topic().orElse(NO_TOPIC), items);
        return new Found(
                best(helps, help -> worth(worth, subject(help)).weigh(help.confidence())),
                best(like, one -> worth(worth, subject(one)).weigh(one.likeness())));
    }

    private Help help(Finding finding) {
        return new Help(finding.sources().get(0), markdown.toPlain(finding.text()), finding.confidence());
    }

    private static Worth worth(Map<Subject, Worth> known, Subject subject) {
        return known.getOrDefault(subject, Worth.UNKNOWN);
    }

    private static <T> List<T> best(List<T> all, ToDoubleFunction<T> score) {
        return all.stream()
                .sorted(comparingDouble(score).reversed())
                .limit(MOST)
                .toList();
    }
}
