package io.tandem.desk;

import static io.tandem.desk.Together.Relation.LINK;
import static io.tandem.desk.Together.Relation.MERGED;
import static io.tandem.desk.Together.Relation.SAME_CUSTOMER;
import static io.tandem.desk.Together.Relation.SPLIT_FROM;
import static io.tandem.desk.Together.Relation.SPLIT_OFF;

import io.tandem.desk.Together.Question;
import io.tandem.desk.Together.Related;
import io.tandem.desk.Together.Relation;
import io.tandem.desk.Together.Word;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTask.Kind;
import io.tandem.process.AgentTasks;
import io.tandem.process.ColleagueTasks;
import io.tandem.process.ColleagueTasks.Asked;
import io.tandem.process.Staff;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Relations;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together how people work together on a ticket. */
@Component
class Togethers {

    private static final int LONGEST_MATTER = 120;

    private final AgentTasks tasks;
    private final ColleagueTasks colleagues;
    private final Tickets tickets;
    private final Messages messages;
    private final Relations relations;
    private final Sight sight;
    private final Staff staff;

    Togethers(
            AgentTasks tasks,
            ColleagueTasks colleagues,
            Tickets tickets,
            Messages messages,
            Relations relations,
            Sight sight,
            Staff staff) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.tickets = tickets;
        this.messages = messages;
        this.relations = relations;
        this.sight = sight;
        this.staff = staff;
    }

    Together of(AgentTask task, String reader) {
        var ticket = tickets.get(task.ticket());
        var asked = colleagues.find(task.id());
        var open = colleagues.openOn(ticket.id());
        return new Together(
                Together.kindOf(task),
                word(tasks.passNote(task)),
                word(asked.map(Asked::question)),
                word(asked.map(Asked::answer)),
                open.stream()
                        .filter(one -> one.kind() == Kind.QUESTION)
                        .map(this::question)
                        .toList(),
                open.stream().filter(one -> isFor(reader, one)).count(),
                related(ticket, reader),
                mergeable(ticket, reader));
    }

    private @Nullable Word word(Optional<UUID> message) {
        return message.flatMap(messages::find)
                .map(said -> new Word(said.name(), said.text(), said.writtenAt()))
                .orElse(null);
    }

    private Question question(Asked asked) {
        var person = asked.person();
        return new Question(
                person == null ? groupName(asked.group()) : staff.nameOf(person),
                staff.nameOf(asked.asker()),
                asked.dueAt());
    }

    private String groupName(String id) {
        return staff.groups().stream()
                .filter(group -> group.id().equals(id))
                .map(Staff.Group::name)
                .findFirst()
                .orElse(id);
    }

    private static boolean isFor(String reader, Asked asked) {
        return asked.kind() == Kind.OUTCOME && asked.asker().equals(reader);
    }

    private List<Related> related(Ticket ticket, String reader) {
        return Stream.concat(
                        relations.of(ticket.id()).stream().flatMap(relation -> {
                            var other = tickets.get(relation.otherThan(ticket.id()));
                            var merged = other.mergedInto().filter(ticket.id()::equals);
                            return merged.isPresent()
                                    ? Stream.empty()
                                    : Stream.of(view(other, kind(relation, ticket), ticket, reader));
                        }),
                        tickets.mergedInto(ticket.id()).stream().map(other -> view(other, MERGED, ticket, reader)))
                .toList();
    }

    private static Relation kind(Relations.Relation relation, Ticket ticket) {
        if (relation.kind() == Relations.Kind.LINK) return LINK;
        return relation.ticket().equals(ticket.id()) ? SPLIT_OFF : SPLIT_FROM;
    }

    private List<Related> mergeable(Ticket ticket, String reader) {
        return tickets.openOf(ticket.customer()).stream()
                .filter(other -> !other.id().equals(ticket.id()))
                .filter(other -> sight.includes(other, ticket, reader))
                .map(other -> view(other, SAME_CUSTOMER, ticket, reader))
                .toList();
    }

    private Related view(Ticket other, Relation relation, Ticket from, String reader) {
        var visible = sight.includes(other, from, reader);
        return new Related(
                other.number(), Relation.inJson(relation), other.state(), visible, visible ? matter(other) : null);
    }

    private @Nullable String matter(Ticket ticket) {
        return messages.of(ticket.id()).stream()
                .filter(message -> message.isFrom(Author.CUSTOMER))
                .map(Message::text)
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> text.length() <= LONGEST_MATTER ? text : text.substring(0, LONGEST_MATTER) + " …")
                .orElse(null);
    }
}
