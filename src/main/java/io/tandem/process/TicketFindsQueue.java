package io.tandem.process;

import static java.util.stream.Collectors.toSet;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Narrows a new task from the group that the diagram names, the skill, to those of it who fit the ticket, and writes
 * the skill to the record: after the handover, after passing on and after each reply alike.
 */
@Component
class TicketFindsQueue extends AbstractProcessEnginePlugin {

    private final Tickets tickets;
    private final Queues queues;

    TicketFindsQueue(Tickets tickets, Queues queues) {
        this.tickets = tickets;
        this.queues = queues;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPostBPMNParseListeners() == null) {
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (!activity.getId().equals(Queues.HELP)) return;
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, TicketFindsQueue.this::created);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, TicketFindsQueue.this::assigned);
            }
        });
    }

    private void created(DelegateTask task) {
        ticketOf(task).ifPresent(ticket -> {
            if (task.getAssignee() != null) ticket.keepForNobody();
            var groups = candidateGroups(task);
            var skill = Variables.SKILL
                    .find(task)
                    .filter(groups::contains)
                    .orElseGet(() -> groups.stream().sorted().findFirst().orElse(Staff.AGENTS));
            settle(task, ticket, skill, groups.contains(skill) ? skill : null);
        });
    }

    /** Whoever gives back what was kept for them gives it to all. */
    private void assigned(DelegateTask task) {
        if (task.getAssignee() == null) return;
        var ofOne = candidateGroups(task).stream()
                .filter(group -> new Queue(group).isOfOne())
                .findFirst();
        if (ofOne.isEmpty()) return;
        ticketOf(task).ifPresent(ticket -> {
            ticket.keepForNobody();
            var skill = ticket.route().skill();
            settle(task, ticket, skill == null ? Staff.AGENTS : skill, ofOne.get());
        });
    }

    private void settle(DelegateTask task, Ticket ticket, String skill, @Nullable String before) {
        queues.settle(ticket, skill, before, group -> leave(task, group), task::addCandidateGroup);
    }

    /** By the link itself: the engine's own way looks in the database, where that of a new task is not yet. */
    private static void leave(DelegateTask task, String group) {
        task.getCandidates().stream()
                .filter(link -> group.equals(link.getGroupId()))
                .forEach(link -> ((IdentityLinkEntity) link).delete());
    }

    private Optional<Ticket> ticketOf(DelegateTask task) {
        return Variables.idIn(task.getExecution().getProcessBusinessKey()).map(tickets::lock);
    }

    private static Set<String> candidateGroups(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .collect(toSet());
    }
}
