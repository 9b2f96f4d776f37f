package io.tandem.process;

import static io.tandem.process.Variables.ACTION;
import static io.tandem.process.Variables.AGENT;

import io.tandem.process.AgentTask.Action;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the record true whichever way a task changes hands (our form, Tasklist's own buttons, the REST API): the
 * ticket is held by whoever has its task. It listens in the engine and not in the diagrams, so no diagram can forget it.
 */
@Component
class TicketFollowsTask extends AbstractProcessEnginePlugin {

    private final Tickets tickets;
    private final TaskRules rules;
    private final TaskNames names;
    private final Leavers leavers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketFollowsTask(
            Tickets tickets,
            TaskRules rules,
            TaskNames names,
            Leavers leavers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.rules = rules;
        this.names = names;
        this.leavers = leavers;
        this.events = events;
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
        forgetWhoIsNamed(task);
        var ticket = tickets.get(id.get());
        task.setName(names.of(task, ticket));
        follow(task);
        if (ColleagueTasks.owns(task.getProcessDefinitionId())) {
            events.publishEvent(ColleagueTasks.arrived(task, id.get()));
        } else if (task.getAssignee() == null) {
            ticket.agent().filter(leavers::include).ifPresent(leaver -> leavers.note(id.get(), leaver));
        }
    }

    private void completed(DelegateTask task) {
        var id = ticketOf(task);
        if (id.isEmpty()) return;
        rules.checkDecision(task);
        if (!ColleagueTasks.owns(task.getProcessDefinitionId())) keepWhoIsNamed(task, id.get());
        forgetWhoIsNamed(task);
    }

    private void keepWhoIsNamed(DelegateTask task, UUID id) {
        var ticket = tickets.lock(id);
        if (!ticket.withPerson()) return;
        var named = AGENT.find(task);
        if (named.isPresent() || isPassedOn(task)) {
            ticket.keepFor(named.orElse(null));
            tickets.save(ticket);
        }
    }

    private static boolean isPassedOn(DelegateTask task) {
        return ACTION.find(task).filter(Action.PASS_ON.inModel()::equals).isPresent();
    }

    /** Process variables can be searched and counted by whoever may read processes: none names a person. */
    private static void forgetWhoIsNamed(DelegateTask task) {
        if (AGENT.find(task).isPresent()) AGENT.set(task.getExecution(), null);
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
        var before = ticket.holder();
        if (task.getAssignee() == null) {
            ticket.putBack();
        } else {
            ticket.takenBy(task.getAssignee(), clock.instant());
        }
        tickets.save(ticket);
        tell(ticket, before);
    }

    private void tell(Ticket ticket, Holder before) {
        if (ticket.holder() == before) return;
        events.publishEvent(
                before == Holder.AGENT ? new Ticket.Queued(ticket.id(), null, true) : new Ticket.Taken(ticket.id()));
    }

    /** Other processes may run beside ours; theirs have no ticket as their business key. */
    private static Optional<UUID> ticketOf(DelegateTask task) {
        var execution = task.getExecution();
        return execution == null ? Optional.empty() : Variables.idIn(execution.getProcessBusinessKey());
    }
}
