package io.tandem.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * The engine's history tells what happened to tickets and when, and of no person that they did it. What is not written
 * down, no API, report or page can give away, and nobody has to be trusted not to look.
 */
final class NamelessHistory implements HistoryEventHandler {

    private final HistoryEventHandler next;

    NamelessHistory(HistoryEventHandler next) {
        this.next = next;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (isAboutPersons(event)) return;
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            task.setAssignee(null);
            task.setOwner(null);
        } else if (event instanceof HistoricActivityInstanceEventEntity step) {
            step.setTaskAssignee(null);
        } else if (event instanceof HistoricProcessInstanceEventEntity process) {
            process.setStartUserId(null);
        }
        next.handleEvent(event);
    }

    /** Who was given a task, and what somebody did with one; what an admin changed stays on record. */
    private static boolean isAboutPersons(HistoryEvent event) {
        return (event instanceof HistoricIdentityLinkLogEventEntity link && link.getUserId() != null)
                || (event instanceof UserOperationLogEntryEventEntity operation && operation.getTaskId() != null);
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
