package io.tandem.desk;

import io.tandem.api.FitText;
import io.tandem.attachment.Attached;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Holder;
import io.tandem.channel.Deliveries;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTask.Action;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What agents do with a ticket. Each act is one transaction: stored and done, or neither. */
@Component
class Desk {

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Attachments attachments;
    private final Drafts drafts;
    private final Notes notes;
    private final Staff staff;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Desk(
            AgentTasks tasks,
            Tickets tickets,
            Messages messages,
            Deliveries deliveries,
            Attachments attachments,
            Drafts drafts,
            Notes notes,
            Staff staff,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.messages = messages;
        this.deliveries = deliveries;
        this.attachments = attachments;
        this.drafts = drafts;
        this.notes = notes;
        this.staff = staff;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The agent's reply goes to the customer; a task that nobody has becomes theirs first. Without words and files a
     * ticket can be resolved, not more.
     *
     * @param id the page's id of the reply: the same again is the same reply
     * @param shown the position of the last message that the agent had before them; what the customer wrote later brings
     *     the ticket back to the agent
     * @throws AgentTask.TakenByOther if somebody else has the task or has finished it
     */
    Optional<Message> reply(
            String task,
            String agent,
            @Nullable String text,
            List<UUID> files,
            Action action,
            String id,
            @Nullable Integer shown) {
        var words = action == Action.WAIT && files.isEmpty() ? FitText.message(text) : FitText.caption(text);
        return transactions.inOne(() -> {
            var ticket = tickets.lock(tasks.getOfTicket(task).ticket());
            var before = messages.saidOn(ticket.id(), replyId(ticket.id(), agent, id));
            if (before.isPresent()) return before;
            tasks.claim(task, agent);
            // The claim has changed the record, too.
            var claimed = tickets.get(ticket.id());
            var seen = shown == null ? claimed.lastPosition() : Math.min(shown, claimed.lastPosition());
            Optional<Message> message = Optional.empty();
            if (!words.isEmpty() || !files.isEmpty()) {
                var said = tickets.add(
                        claimed, Words.ofAgent(staff.nameOf(agent), words, replyId(ticket.id(), agent, id)));
                attachments.attach(heldBy(agent, ticket.id(), files), said);
                deliveries.await(said.id());
                message = Optional.of(said);
            }
            tasks.complete(task, agent, action, seen);
            drafts.discard(ticket.id(), agent);
            return message;
        });
    }

    private static Attached heldBy(String agent, UUID ticket, List<UUID> files) {
        return new Attached(Holder.agent(ticket, agent), files);
    }

    static String replyId(UUID ticket, String agent, String id) {
        return "desk/%s/%s/%s".formatted(ticket, agent, id);
    }

    /** A note for colleagues; it never leaves the house. */
    Message note(String task, String agent, String text, List<UUID> files, String id) {
        return transactions.inOne(() -> {
            var ticket = tickets.lock(tasks.get(task).ticket());
            var noteId = replyId(ticket.id(), agent, id);
            var before = messages.saidOn(ticket.id(), noteId);
            if (before.isPresent()) return before.get();
            var note = notes.write(ticket, agent, text, noteId);
            attachments.attach(heldBy(agent, ticket.id(), files), note);
            return note;
        });
    }

    /** Gives the ticket to a group or a person, with a note that tells them why. */
    void passOn(String task, String agent, @Nullable String group, @Nullable String person, @Nullable String note) {
        var to = Receiver.of(group, person, staff);
        var reason = FitText.comment(note);
        transactions.inOne(() -> {
            var ticket = tickets.lock(tasks.getOfTicket(task).ticket());
            tasks.claim(task, agent);
            var claimed = tickets.get(ticket.id());
            notes.record(claimed, "together.note.passed", agent, Map.of("to", to.name()));
            var word = reason == null ? null : notes.write(claimed, agent, reason, null);
            tasks.passOn(task, group, person, word == null ? null : word.id());
            if (person != null && !person.equals(agent)) events.publishEvent(new Given(ticket.id()));
        });
    }
}
