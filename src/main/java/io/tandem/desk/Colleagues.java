package io.tandem.desk;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTask.Kind;
import io.tandem.process.AgentTasks;
import io.tandem.process.ColleagueRequests;
import io.tandem.process.ColleagueTasks;
import io.tandem.process.ColleagueTasks.Request;
import io.tandem.process.Staff;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asking a colleague without giving the ticket away, answering, and hearing what came of it. */
@Component
class Colleagues {

    private final AgentTasks tasks;
    private final ColleagueTasks colleagues;
    private final ColleagueRequests requests;
    private final Tickets tickets;
    private final Messages messages;
    private final Notes notes;
    private final Staff staff;
    private final Transactions transactions;

    Colleagues(
            AgentTasks tasks,
            ColleagueTasks colleagues,
            ColleagueRequests requests,
            Tickets tickets,
            Messages messages,
            Notes notes,
            Staff staff,
            Transactions transactions) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.requests = requests;
        this.tickets = tickets;
        this.messages = messages;
        this.notes = notes;
        this.staff = staff;
        this.transactions = transactions;
    }

    /** The question is a note on the ticket; the ticket stays with whoever has it. */
    Message ask(String task, String agent, Receiver whom, @Nullable String question, String id) {
        var text = FitText.message(question);
        return transactions.inOne(() -> {
            var ticket = tickets.lock(tasks.get(task).ticket());
            var noteId = Desk.replyId(ticket.id(), agent, id);
            var before = messages.saidOn(ticket.id(), noteId);
            if (before.isPresent()) return before.get();
            if (!ticket.isOpen()) throw new Problem(HttpStatus.CONFLICT, "ticketNotOpen");
            var note = notes.store(ticket, agent, "@%s %s".formatted(whom.name(), text), noteId);
            var group = Optional.ofNullable(whom.group()).orElse(Staff.AGENTS);
            colleagues.ask(new Request(ticket.id(), note.id(), agent, whom.person(), group, true, ticket.priority()));
            return note;
        });
    }

    /**
     * The first one who answers is the one who answers.
     *
     * @param said nothing if a colleague who was only named has nothing to say
     * @throws AgentTask.TakenByOther if somebody else has the question or has answered it
     */
    Optional<Message> answer(String task, String colleague, @Nullable String said, String id) {
        var text = said == null || FitText.isBlank(said) ? null : FitText.message(said);
        return transactions.inOne(() -> {
            var asked = ofColleague(task);
            var ticket = tickets.lock(asked.ticket());
            var noteId = Desk.replyId(ticket.id(), colleague, id);
            var before = messages.saidOn(ticket.id(), noteId);
            if (before.isPresent()) return before;
            if (text == null && asked.kind() == Kind.QUESTION) throw new Problem(HttpStatus.BAD_REQUEST, "noText");
            tasks.claim(task, colleague);
            var note = Optional.ofNullable(text).map(words -> notes.write(ticket, colleague, words, noteId));
            colleagues.answer(task, colleague, note.map(Message::id).orElse(null));
            return note;
        });
    }

    private AgentTask ofColleague(String id) {
        var task = tasks.get(id);
        if (task.kind() == Kind.TICKET || task.kind() == Kind.OUTCOME) {
            throw new Problem(HttpStatus.CONFLICT, "nobodyAsked");
        }
        return task;
    }

    /** The asker has read what came of all that they asked about the ticket; for one who has left, a colleague reads it. */
    void read(String task, String agent) {
        transactions.inOne(() -> {
            var ticket = tickets.lock(tasks.get(task).ticket());
            colleagues.openOn(ticket.id()).stream()
                    .filter(asked -> asked.kind() == Kind.OUTCOME)
                    .filter(asked -> agent.equals(asked.asker()) || task.equals(asked.task()))
                    .forEach(asked -> colleagues.read(asked.task()));
            tickets.stirred(ticket.id());
        });
    }

    void noteSilence(UUID id, UUID question) {
        var ticket = tickets.lock(id);
        var who = requests.find(question)
                .flatMap(asked -> messages.find(asked.note()))
                .map(Message::name)
                .orElse("");
        notes.record(ticket, "together.note.noAnswer", Map.of("agent", who));
    }
}
