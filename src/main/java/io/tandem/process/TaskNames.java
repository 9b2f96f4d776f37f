package io.tandem.process;

import io.tandem.content.Texts;
import io.tandem.ticket.Ticket;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What Tasklist's lists call a task: the ticket's number, and what says more than the same name at every task.
 * Nobody is named: names of tasks can be searched and counted. */
@Component
class TaskNames {

    private final Texts texts;

    TaskNames(Texts texts) {
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
            case QUESTION -> texts.get(ticket.language(), "together.task.question");
            case MENTION -> texts.get(ticket.language(), "together.task.mention");
            case OUTCOME ->
                texts.get(
                        ticket.language(),
                        Variables.ANSWER.find(task).isPresent() ? "together.task.answer" : "together.task.noAnswer");
            case TICKET -> task.getName();
        };
    }
}
