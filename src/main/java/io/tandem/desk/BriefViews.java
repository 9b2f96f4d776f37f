package io.tandem.desk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import io.tandem.bot.Fact;
import io.tandem.bot.Facts;
import io.tandem.bot.Topics;
import io.tandem.content.Texts;
import io.tandem.desk.Brief.Earlier;
import io.tandem.desk.BriefView.KnownFact;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The briefs as agents read them: in their language, with the facts that are known by now. */
@Component
class BriefViews {

    private static final int MOST_FACTS = 50;
    private static final String PHOTO = "photo";

    private final Briefs briefs;
    private final Messages messages;
    private final Attachments attachments;
    private final Topics topics;
    private final Texts texts;

    BriefViews(Briefs briefs, Messages messages, Attachments attachments, Topics topics, Texts texts) {
        this.briefs = briefs;
        this.messages = messages;
        this.attachments = attachments;
        this.topics = topics;
        this.texts = texts;
    }

    /** @param reader the agent's language */
    Optional<BriefView> of(Ticket ticket, String reader) {
        return briefs.of(ticket.id()).map(brief -> view(brief, ticket, reader));
    }

    private BriefView view(Brief brief, Ticket ticket, String reader) {
        var said = customersMessages(ticket);
        var facts = Facts.in(said.stream().map(Message::text).collect(joining("\n")));
        var files = filesOf(ticket, said);
        return new BriefView(
                brief.matter(),
                brief.wants(),
                brief.summary(),
                ticket.topic().map(topic -> topics.title(topic, reader)).orElse(null),
                texts.get(reader, "handover." + brief.reason()),
                brief.tried(),
                brief.askedBack(),
                facts.stream()
                        .map(fact -> new KnownFact(fact.kind().key(), fact.value()))
                        .distinct()
                        .limit(MOST_FACTS)
                        .toList(),
                files,
                stillToAsk(ticket, facts, files),
                brief.mood(),
                brief.language(),
                brief.earlier().stream().map(earlier -> titled(earlier, reader)).toList(),
                brief.createdAt());
    }

    private List<Message> customersMessages(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .toList();
    }

    private List<Attachment> filesOf(Ticket ticket, List<Message> said) {
        var byMessage = attachments.of(ticket.id());
        return said.stream()
                .flatMap(message -> byMessage.getOrDefault(message.id(), List.of()).stream())
                .toList();
    }

    /** What the topic needs and nobody has said or shown. */
    private List<String> stillToAsk(Ticket ticket, List<Fact> facts, List<Attachment> files) {
        var known = facts.stream().map(fact -> fact.kind().asNeed()).collect(toSet());
        if (files.stream().anyMatch(file -> file.type().startsWith("image/"))) known.add(PHOTO);
        return ticket.topic().map(topic -> topics.needs(topic, ticket.language())).orElse(List.of()).stream()
                .filter(need -> !known.contains(need))
                .toList();
    }

    private Earlier titled(Earlier ticket, String reader) {
        var topic = ticket.topic();
        return topic == null ? ticket : ticket.about(topics.title(topic, reader));
    }
}
