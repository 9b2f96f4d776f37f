package io.tandem.process;

import io.tandem.content.Texts;
import io.tandem.ticket.Ticket;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What Tasklist's lists call a task: the ticket's number, and what says more than the same name at every task. */
@Component
class TaskNames {

    private final ObjectProvider<Staff> staff;
    private final Texts texts;

    /** The staff is the engine's, which asks for these names while it starts. */
    TaskNames(ObjectProvider<Staff> staff, Texts texts) {
        this.staff = staff;
        this.texts = texts;
    }

    String of(DelegateTask task, Ticket ticket) {
        var what = ColleagueTasks.owns(task.getProcessDefinitionId())
                ? colleagues(task, ticket)
                : ticket.topic().map(topic -> topic.replace('-', ' ')).orElse(task.getName());
        return "#%d · %s".formatted(ticket.number(), what);
    }

    private String colleagues(DelegateTask task, Ticket ticket) {
        return switch (ColleagueTasks.kindOf(task)) {
            case QUESTION -> named(ticket, "together.task.question", Variables.ASKER.get(task));
            case MENTION -> named(ticket, "together.task.mention", Variables.ASKER.get(task));
            case OUTCOME ->
                Variables.ANSWER
                        .find(task)
                        .map(answer -> named(ticket, "together.task.answer", Variables.AGENT.get(task)))
                        .orElseGet(() -> texts.get(ticket.language(), "together.task.noAnswer"));
            case TICKET -> task.getName();
        };
    }

    private String named(Ticket ticket, String text, String user) {
        return texts.get(
                ticket.language(), text, Map.of("name", staff.getObject().nameOf(user)));
    }
}
