package io.tandem.process;

import static java.util.stream.Collectors.toSet;

import io.tandem.process.AgentTask.Kind;
import io.tandem.ticket.Tickets;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives back what people had on their desks who have left: a ticket to its queue, a question to those who work with whom
 * it was for. However many tickets are open, it asks about the few who have them.
 */
@Component
class LeftTasks {

    private static final Logger log = LoggerFactory.getLogger(LeftTasks.class);

    private final JdbcClient sql;
    private final AgentTasks tasks;
    private final ColleagueTasks colleagues;
    private final Leavers leavers;
    private final Tickets tickets;
    private final Transactions transactions;

    /** Whoever changes groups is in none for a moment, and keeps their tickets. */
    private Set<String> goneBefore = Set.of();

    LeftTasks(
            JdbcClient sql,
            AgentTasks tasks,
            ColleagueTasks colleagues,
            Leavers leavers,
            Tickets tickets,
            Transactions transactions) {
        this.sql = sql;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.leavers = leavers;
        this.tickets = tickets;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${tandem.safety-net-every:30s}")
    synchronized void look() {
        var gone = sql
                .sql("select distinct assignee_ from act_ru_task where assignee_ is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(leavers::include)
                .collect(toSet());
        gone.stream().filter(goneBefore::contains).forEach(this::giveBack);
        goneBefore = gone;
    }

    private void giveBack(String leaver) {
        for (var task : tasks.heldBy(leaver)) {
            try {
                transactions.inOne(() -> giveBack(task, leaver));
            } catch (RuntimeException failed) {
                log.error("Task {} could not be given back; tried again soon", task.id(), failed);
            }
        }
    }

    /** Until we held its row, somebody may have passed it on, or another node may have been faster. */
    private void giveBack(AgentTask seen, String leaver) {
        tickets.lock(seen.ticket());
        var task = tasks.get(seen.id());
        if (!task.open() || !task.isOf(leaver)) return;
        if (task.kind() != Kind.TICKET) {
            colleagues.putBack(task);
            return;
        }
        tasks.putBack(task);
        leavers.note(task.ticket(), leaver);
    }
}
