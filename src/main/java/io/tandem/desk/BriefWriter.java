package io.tandem.desk;

import static java.util.stream.Collectors.joining;

import io.tandem.bot.Gist;
import io.tandem.desk.Brief.Earlier;
import io.tandem.desk.Brief.Tried;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Message.Source;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the brief together out of what was said, when a ticket is handed over. */
@Component
class BriefWriter {

    private static final int LONGEST_SENTENCE = 240;

    private final Tickets tickets;
    private final Messages messages;
    private final Ratings ratings;
    private final Gist gist;
    private final Briefs briefs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BriefWriter(
            Tickets tickets,
            Messages messages,
            Ratings ratings,
            Gist gist,
            Briefs briefs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.ratings = ratings;
        this.gist = gist;
        this.briefs = briefs;
        this.events = events;
        this.clock = clock;
    }

    void write(UUID id, @Nullable String mood) {
        var ticket = tickets.get(id);
        briefs.keep(id, brief(ticket, messages.of(id), mood));
        events.publishEvent(new Brief.Written(id));
    }

    private Brief brief(Ticket ticket, List<Message> said, @Nullable String mood) {
        var bots = said.stream().filter(message -> message.isFrom(Author.BOT)).toList();
        var matter = shortened(gist.matter(firstWords(said), ticket.topic().orElse(null), ticket.language()));
        return new Brief(
                matter,
                wanted(ticket, said, matter),
                null,
                ticket.handover().map(Handover::name).orElse(""),
                bots.stream().flatMap(message -> tried(ticket, message)).toList(),
                bots.stream()
                        .flatMap(message -> message.choiceList().stream())
                        .map(Source::title)
                        .toList(),
                mood,
                ticket.language(),
                tickets.earlierThan(ticket).stream().map(this::earlier).toList(),
                // As databases keep it.
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The customer's first words; but those to which the bot could only ask what it is about brought no matter. */
    private static String firstWords(List<Message> said) {
        var asked = said.stream()
                .filter(message -> message.isFrom(Author.BOT))
                .findFirst()
                .filter(Message::isSmallTalk)
                .map(Message::position)
                .orElse(0);
        var words = customers(said);
        return words.stream()
                .filter(message -> message.position() > asked)
                .findFirst()
                .or(() -> words.stream().findFirst())
                .map(Message::text)
                .orElse("");
    }

    private @Nullable String wanted(Ticket ticket, List<Message> said, String matter) {
        var all = customers(said).stream().map(Message::text).collect(joining("\n"));
        return gist.wanted(all, ticket.language())
                .map(BriefWriter::shortened)
                .filter(wanted -> !wanted.equals(matter))
                .orElse(null);
    }

    private static List<Message> customers(List<Message> said) {
        return said.stream().filter(message -> message.isFrom(Author.CUSTOMER)).toList();
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_SENTENCE) return line;
        var end = line.lastIndexOf(' ', LONGEST_SENTENCE);
        return line.substring(0, end > LONGEST_SENTENCE / 2 ? end : LONGEST_SENTENCE) + " …";
    }

    private static Stream<Tried> tried(Ticket ticket, Message answer) {
        return answer.sourceList().stream()
                .map(source ->
                        new Tried(source.title(), source.url(ticket.language()), answer.writtenAt(), answer.helped()));
    }

    private Earlier earlier(Ticket ticket) {
        return new Earlier(
                ticket.number(),
                ticket.openedAt(),
                ticket.topic().orElse(null),
                ticket.resolution().map(Enum::name).orElse(null),
                ratings.of(ticket).map(Rating::score).orElse(null));
    }
}
