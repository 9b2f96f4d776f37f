package io.tandem.desk;

import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import io.tandem.bot.Topics;
import io.tandem.channel.Deliveries;
import io.tandem.content.Markdown;
import io.tandem.desk.TaskView.CustomerView;
import io.tandem.desk.TaskView.DeskMessage;
import io.tandem.desk.TaskView.SourceView;
import io.tandem.desk.TaskView.TaskStatus;
import io.tandem.desk.TaskView.Topic;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.Staff.Person;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the agent's form shows. */
@Component
class TaskViews {

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Messages messages;
    private final Customers customers;
    private final Deliveries deliveries;
    private final Attachments attachments;
    private final BriefViews briefs;
    private final Drafts drafts;
    private final Topics topics;
    private final Staff staff;
    private final Receivers receivers;
    private final Markdown markdown;

    TaskViews(
            AgentTasks tasks,
            Tickets tickets,
            Messages messages,
            Customers customers,
            Deliveries deliveries,
            Attachments attachments,
            BriefViews briefs,
            Drafts drafts,
            Topics topics,
            Staff staff,
            Receivers receivers,
            Markdown markdown) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.messages = messages;
        this.customers = customers;
        this.deliveries = deliveries;
        this.attachments = attachments;
        this.briefs = briefs;
        this.drafts = drafts;
        this.topics = topics;
        this.staff = staff;
        this.receivers = receivers;
        this.markdown = markdown;
    }

    TaskView of(AgentTask task, String reader, Locale locale) {
        var ticket = tickets.get(task.ticket());
        var whom = receivers.now();
        var topic = ticket.topic()
                .map(id -> new Topic(id, topics.title(id, locale.getLanguage())))
                .orElse(null);
        return new TaskView(
                task.id(),
                ticket.id(),
                ticket.number(),
                ticket.language(),
                new CustomerView(customers.get(ticket.customer()).name()),
                ticket.state(),
                ticket.holder(),
                assignee(task),
                task.isOf(reader),
                task.dueAt(),
                task.priority(),
                topic,
                briefs.of(ticket, locale.getLanguage()).orElse(null),
                messages(ticket, 0),
                drafts.of(ticket.id(), reader).orElse(null),
                whom.people(),
                whom.groups());
    }

    TaskStatus status(String id, String reader) {
        var task = tasks.get(id);
        var ticket = tickets.get(task.ticket());
        return new TaskStatus(ticket.state(), ticket.holder(), assignee(task), task.isOf(reader), !task.open());
    }

    private @Nullable Person assignee(AgentTask task) {
        return task.holder().map(this::person).orElse(null);
    }

    Person person(String user) {
        return new Person(user, staff.nameOf(user));
    }

    List<DeskMessage> messages(Ticket ticket, int after) {
        var said = messages.after(ticket.id(), after);
        return said.isEmpty() ? List.of() : views(ticket, said);
    }

    /** What became of those of the ticket's messages that are to leave the house. */
    Map<UUID, Deliveries.Fate> fates(UUID ticket) {
        return deliveries.of(ticket);
    }

    DeskMessage view(Ticket ticket, Message message) {
        return views(ticket, List.of(message)).get(0);
    }

    private List<DeskMessage> views(Ticket ticket, List<Message> said) {
        var fates = deliveries.of(ticket.id());
        var files = attachments.of(ticket.id());
        return said.stream()
                .map(message ->
                        view(ticket, message, fates.get(message.id()), files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    private DeskMessage view(Ticket ticket, Message message, Deliveries.@Nullable Fate fate, List<Attachment> files) {
        var markup = message.isFrom(Author.BOT) || message.isFrom(Author.SYSTEM);
        return new DeskMessage(
                message.id(),
                message.position(),
                message.author().name().toLowerCase(Locale.ROOT),
                message.name(),
                message.text(),
                markup ? markdown.toHtml(message.text()) : null,
                message.internal(),
                message.writtenAt(),
                message.sourceList().stream()
                        .map(source -> new SourceView(source.article(), source.title(), source.url(ticket.language())))
                        .toList(),
                message.confidence(),
                message.helped(),
                fate == null || fate.channel() == null ? message.channel() : fate.channel(),
                fate == null ? null : fate.state(),
                fate == null ? null : fate.reason(),
                message.senderDoubted(),
                files);
    }
}
