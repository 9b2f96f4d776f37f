package io.tandem.process.migration;

import io.tandem.process.Variables;
import io.tandem.process.migration.LiveModels.Live;
import io.tandem.process.migration.OpenTickets.Running;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Takes one ticket to the live version: its process, what colleagues are asked about it and all that these have called, in
 * one transaction, so that what is called and what waits for it always fit. Whoever else moves the ticket waits meanwhile.
 */
@Component
class TicketMove {

    private final Tickets tickets;
    private final OpenTickets open;
    private final VersionChanges changes;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    TicketMove(
            Tickets tickets,
            OpenTickets open,
            VersionChanges changes,
            RuntimeService runtime,
            ManagementService management,
            Clock clock) {
        this.tickets = tickets;
        this.open = open;
        this.changes = changes;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** The ticket's row first, as everybody does; then nobody's step may be under way. */
    Held hold(String ticket) {
        var held = Variables.idIn(ticket).flatMap(tickets::find).map(found -> tickets.lock(found.id()));
        var processes = open.running(ticket);
        if (!processes.isEmpty() && open.areAtWork(processes, clock.instant())) {
            throw new PessimisticLockingFailureException("A step of ticket " + ticket + " is being done");
        }
        return new Held(held.map(Ticket::number).orElse(null), processes);
    }

    /** @param number of the ticket; none if its processes have begun without one */
    record Held(@Nullable Long number, List<Running> processes) {}

    /**
     * @return from which version it came; empty if there was nothing to move
     * @throws Stays if it cannot be moved
     */
    Optional<Running> move(Held held, Live live) {
        var older = held.processes().stream()
                .filter(running -> !live.ids().contains(running.definition()))
                .toList();
        older.forEach(running -> move(running, live));
        return older.stream().findFirst();
    }

    private void move(Running running, Live live) {
        var target = live.of(running.process()).orElseThrow(() -> new Stays(Stay.because(Outcome.NO_PROCESS)));
        var change = changes.between(running.definition(), target);
        for (var element : open.elements(running.instance())) {
            // What the engine would let pass; everything else it knows best itself.
            change.obstacleAt(element)
                    .filter(stay -> stay.why() == Outcome.OTHER_CALL)
                    .ifPresent(stay -> {
                        throw new Stays(stay);
                    });
        }
        try {
            runtime.newMigration(change.plan())
                    .processInstanceIds(running.instance())
                    .execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new Stays(reason(refused.getValidationReport(), change));
        }
        change.newTimes().forEach(timer -> setAgain(running, timer));
    }

    private static Stay reason(MigratingProcessInstanceValidationReport report, VersionChange change) {
        for (var element : report.getActivityInstanceReports()) {
            var known = change.obstacleAt(element.getSourceScopeId());
            if (known.isPresent()) return known.get();
        }
        for (var job : report.getTransitionInstanceReports()) {
            var known = change.obstacleAt(job.getSourceScopeId());
            if (known.isPresent()) return known.get();
        }
        return inItsWords(report, change);
    }

    private static Stay inItsWords(MigratingProcessInstanceValidationReport report, VersionChange change) {
        for (var element : report.getActivityInstanceReports()) {
            return refused(element.getSourceScopeId(), element.getFailures(), change);
        }
        for (var job : report.getTransitionInstanceReports()) {
            return refused(job.getSourceScopeId(), job.getFailures(), change);
        }
        return Stay.refused(String.join(" ", report.getFailures()));
    }

    private static Stay refused(String element, List<String> failures, VersionChange change) {
        return new Stay(Outcome.REFUSED, element, change.labels().get(element), String.join(" ", failures));
    }

    /** Counted from when the wait began, not from the move: three of seven days are over, whoever moves the ticket. */
    private void setAgain(Running running, String timer) {
        management
                .createJobQuery()
                .processInstanceId(running.instance())
                .activityId(timer)
                .timers()
                .list()
                .forEach(job -> management.recalculateJobDuedate(job.getId(), true));
    }
}
