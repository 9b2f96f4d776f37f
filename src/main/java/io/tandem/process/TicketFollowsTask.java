package io.tandem.process;

import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the record true whichever way a task changes hands (our form, Tasklist's own buttons, the REST API): the
 * ticket is held by whoever has its task. It listens in the engine and not in the diagrams, so no diagram can forget it.
 */
@Component
class TicketFollowsTask extends AbstractProcessEnginePlugin {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Tickets tickets;
    private final TaskRules rules;
    private final TaskNames names;
    private final Clock clock;

    TicketFollowsTask(Tickets tickets, TaskRules rules, TaskNames names, Clock clock) {
        this.tickets = tickets;
        this.rules = rules;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TicketFollowsTask.this::created);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, TicketFollowsTask.this::follow);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, TicketFollowsTask.this::completed);
            }
        });
    }

    private void created(DelegateTask task) {
        var id = ticketOf(task);
        if (id.isEmpty()) return;
        task.setName(names.of(task, tickets.get(id.get())));
        follow(task);
    }

    private void completed(DelegateTask task) {
        if (ticketOf(task).isPresent()) rules.checkDecision(task);
    }

    /** A colleague's task leaves the ticket where it is; open pages only hear who has it. */
    private void follow(DelegateTask task) {
        var id = ticketOf(task);
        if (id.isEmpty()) return;
        rules.checkAssignee(task);
        if (ColleagueTasks.owns(task.getProcessDefinitionId())) {
            tickets.stirred(id.get());
            return;
        }
        var ticket = tickets.lock(id.get());
        if (!ticket.withPerson()) return;
        if (task.getAssignee() == null) {
            ticket.putBack();
        } else {
            ticket.takenBy(task.getAssignee(), clock.instant());
        }
        tickets.save(ticket);
    }

    /** Other processes may run beside ours; theirs have no ticket as their business key. */
    private static Optional<UUID> ticketOf(DelegateTask task) {
        var execution = task.getExecution();
        return execution == null ? Optional.empty() : idIn(execution.getProcessBusinessKey());
    }

    static Optional<UUID> idIn(@Nullable String text) {
        return text == null || !UUID_TEXT.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(UUID.fromString(text));
    }
}
