package io.tandem.desk;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.bot.Facts;
import io.tandem.bot.Topics;
import io.tandem.content.Texts;
import io.tandem.desk.Brief.Earlier;
import io.tandem.desk.Brief.Fact;
import io.tandem.desk.Brief.Tried;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Rating;
import io.tandem.ticket.Ratings;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The briefs of the tickets, written when a ticket is handed over. */
@Component
class Briefs {

    private static final int LONGEST_MATTER = 240;
    private static final int MOST_FACTS = 50;

    private final Tickets tickets;
    private final Messages messages;
    private final Ratings ratings;
    private final Texts texts;
    private final Topics topics;
    private final JdbcClient sql;
    private final ObjectMapper json;
    private final Clock clock;

    Briefs(
            Tickets tickets,
            Messages messages,
            Ratings ratings,
            Texts texts,
            Topics topics,
            JdbcClient sql,
            ObjectMapper json,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.ratings = ratings;
        this.texts = texts;
        this.topics = topics;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    void write(UUID id, @Nullable String mood) {
        var ticket = tickets.get(id);
        keep(id, brief(ticket, messages.of(id), mood));
    }

    private Brief brief(Ticket ticket, List<Message> said, @Nullable String mood) {
        var words = said.stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::text)
                .toList();
        return new Brief(
                shortened(matter(said)),
                null,
                ticket.handover().map(Handover::name).orElse(""),
                said.stream()
                        .filter(message -> message.isFrom(Author.BOT))
                        .flatMap(message -> tried(ticket, message))
                        .toList(),
                facts(words.stream().collect(joining("\n"))),
                mood,
                ticket.language(),
                tickets.earlierThan(ticket).stream().map(this::earlier).toList(),
                clock.instant());
    }

    /** The customer's first words; but those to which the bot could only ask what it is about brought no matter. */
    private static String matter(List<Message> said) {
        var asked = said.stream()
                .filter(message -> message.isFrom(Author.BOT))
                .findFirst()
                .filter(Message::isSmallTalk)
                .map(Message::position)
                .orElse(0);
        var words =
                said.stream().filter(message -> message.isFrom(Author.CUSTOMER)).toList();
        return words.stream()
                .filter(message -> message.position() > asked)
                .findFirst()
                .or(() -> words.stream().findFirst())
                .map(Message::text)
                .orElse("");
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_MATTER) return line;
        var end = line.lastIndexOf(' ', LONGEST_MATTER);
        return line.substring(0, end > LONGEST_MATTER / 2 ? end : LONGEST_MATTER) + " …";
    }

    private static List<Fact> facts(String words) {
        return Facts.in(words).stream()
                .map(fact -> new Fact(fact.kind().key(), fact.value()))
                .distinct()
                .limit(MOST_FACTS)
                .toList();
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

    private void keep(UUID ticket, Brief brief) {
        var content = asJson(brief);
        var rewritten = sql.sql("update brief set content = ?, written_at = ? where ticket = ?")
                .param(content)
                .param(Timestamp.from(brief.createdAt()))
                .param(ticket)
                .update();
        if (rewritten > 0) return;
        sql.sql("insert into brief (ticket, content, written_at) values (?, ?, ?)")
                .param(ticket)
                .param(content)
                .param(Timestamp.from(brief.createdAt()))
                .update();
    }

    private String asJson(Brief brief) {
        try {
            return json.writeValueAsString(brief);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The brief in words of the reader's language. */
    Optional<Brief> of(UUID ticket, String reader) {
        return sql.sql("select content from brief where ticket = ?")
                .param(ticket)
                .query(String.class)
                .optional()
                .map(this::read)
                .map(brief -> worded(brief, reader));
    }

    private Brief read(String content) {
        try {
            return json.readValue(content, Brief.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A brief is damaged", damaged);
        }
    }

    private Brief worded(Brief brief, String reader) {
        return new Brief(
                brief.matter(),
                brief.wants(),
                texts.get(reader, "handover." + brief.reason()),
                brief.tried(),
                brief.facts(),
                brief.mood(),
                brief.language(),
                brief.earlier().stream().map(earlier -> titled(earlier, reader)).toList(),
                brief.createdAt());
    }

    private Earlier titled(Earlier ticket, String reader) {
        var topic = ticket.topic();
        return topic == null ? ticket : ticket.about(topics.title(topic, reader));
    }
}
