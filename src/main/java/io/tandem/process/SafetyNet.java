package io.tandem.process;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Ticket.Holder;
import io.tandem.ticket.Tickets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The last line of the first promise. It looks for customers whom no step, wait or task serves any more (a table that
 * decides nothing, a step that keeps failing, a process that somebody deleted) and brings a person.
 */
@Component
class SafetyNet {

    private static final Logger log = LoggerFactory.getLogger(SafetyNet.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 50;

    private final Tickets tickets;
    private final AgentTasks tasks;
    private final TicketProcess process;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Transactions transactions;
    private final JdbcClient sql;
    private final Clock clock;

    SafetyNet(
            Tickets tickets,
            AgentTasks tasks,
            TicketProcess process,
            RuntimeService runtime,
            ManagementService management,
            Transactions transactions,
            JdbcClient sql,
            Clock clock) {
        this.tickets = tickets;
        this.tasks = tasks;
        this.process = process;
        this.runtime = runtime;
        this.management = management;
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.safety-net-every:30s}")
    void look() {
        Set<UUID> seen = new TreeSet<>(queuedWithoutTask());
        seen.addAll(withFailedStep());
        for (var ticket : seen) {
            try {
                transactions.inOne(() -> bringPersonIfNobodyServes(ticket));
            } catch (RuntimeException failed) {
                log.error("No person could be brought to ticket {}; tried again soon", ticket, failed);
            }
        }
    }

    private List<UUID> queuedWithoutTask() {
        return sql.sql("select t.id from ticket t where t.holder = ? and t.waiting_since < ? and not exists ("
                        + "select 1 from act_ru_execution e join act_ru_task k on k.proc_inst_id_ = e.id_"
                        + " where e.business_key_ = cast(t.id as varchar(36)) and k.proc_def_id_ not like ?)"
                        + " order by t.waiting_since limit " + AT_ONCE)
                .param(Holder.QUEUE.name())
                .param(Timestamp.from(clock.instant().minus(PATIENCE)))
                .param(ColleagueTasks.PROCESS + ":%")
                .query(UUID.class)
                .list();
    }

    private Set<UUID> withFailedStep() {
        var processes =
                runtime
                        .createIncidentQuery()
                        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                        .listPage(0, AT_ONCE)
                        .stream()
                        .map(incident -> incident.getProcessInstanceId())
                        .collect(Collectors.toSet());
        if (processes.isEmpty()) return Set.of();
        return runtime.createProcessInstanceQuery().processInstanceIds(processes).list().stream()
                .flatMap(instance -> Variables.idIn(instance.getBusinessKey()).stream())
                .collect(Collectors.toSet());
    }

    private void bringPersonIfNobodyServes(UUID id) {
        var ticket = tickets.lock(id);
        var waits = ticket.holder() == Holder.BOT || ticket.holder() == Holder.QUEUE;
        if (!waits || tasks.openOn(id).isPresent() || isMoving(id)) return;
        log.warn("Ticket {} was stuck with {}: a person takes over", ticket.number(), ticket.holder());
        handOver(ticket);
        process.startWithPerson(ticket);
    }

    private void handOver(Ticket ticket) {
        ticket.handOver(Handover.BOT_FAILED, clock.instant());
        tickets.save(ticket);
    }

    /** Some job of the ticket is still to be done, or somebody has stopped it on purpose. */
    private boolean isMoving(UUID ticket) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.toString())
                .processDefinitionKeyNotIn(ColleagueTasks.PROCESS)
                .list()
                .stream()
                .anyMatch(instance -> instance.isSuspended() || hasJob(instance));
    }

    private boolean hasJob(ProcessInstance instance) {
        return management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .withRetriesLeft()
                        .messages()
                        .count()
                > 0;
    }
}
