package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTask.Kind;
import io.tandem.process.AgentTask.UnknownTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.ColleagueTasks;
import io.tandem.process.ColleagueTasks.Asked;
import io.tandem.process.Staff;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which tickets an agent may see: by a task, and others from the one at hand. Numbers can be guessed, ids be remembered. */
@Component
class Sight {

    private static final List<String> EVERYTHING = List.of(Staff.LEADS, Staff.ADMINS);

    private final AgentTasks tasks;
    private final ColleagueTasks colleagues;
    private final Tickets tickets;
    private final Staff staff;

    Sight(AgentTasks tasks, ColleagueTasks colleagues, Tickets tickets, Staff staff) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.tickets = tickets;
        this.staff = staff;
    }

    /**
     * Whether an agent may see the task and with it the ticket: theirs, one of their groups' and queues', one that they asked
     * or were asked about. It also holds of a task that is finished: who had it open is told so, and keeps what they typed.
     */
    boolean includes(String task, String agent) {
        try {
            return includes(tasks.get(task), agent);
        } catch (UnknownTask unknown) {
            return false;
        }
    }

    private boolean includes(AgentTask task, String agent) {
        if (task.isOf(agent) || seesEverything(agent)) return true;
        var queues = staff.queuesOf(agent);
        if (isOpenTo(task, agent, queues)) return true;
        var ticket = tickets.get(task.ticket());
        return ticket.agent().filter(agent::equals).isPresent()
                || Optional.ofNullable(ticket.route().queue())
                        .filter(queues::contains)
                        .isPresent()
                || tasks.openOn(ticket.id())
                        .filter(open -> isOpenTo(open, agent, queues))
                        .isPresent()
                || colleagues.openOn(ticket.id()).stream().anyMatch(asked -> isAbout(asked, agent, queues));
    }

    /** A ticket is its queue's, whoever has it; a question to a person is theirs alone. */
    private boolean isOpenTo(AgentTask task, String agent, List<String> queues) {
        return task.open()
                && (task.kind() == Kind.TICKET || task.assignee() == null)
                && tasks.isFor(task, agent, queues);
    }

    private static boolean isAbout(Asked asked, String agent, List<String> queues) {
        var person = asked.person();
        return agent.equals(asked.asker()) || (person == null ? queues.contains(asked.group()) : agent.equals(person));
    }

    private boolean seesEverything(String agent) {
        return staff.groupsOf(agent).stream().anyMatch(EVERYTHING::contains);
    }

    /** @throws Problem if there is none, or none that the agent may see: nobody learns which */
    Ticket find(long number, Ticket from, String agent) {
        return tickets.byNumber(number)
                .filter(ticket -> includes(ticket, from, agent))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "unknownTicket"));
    }

    /**
     * A ticket that somebody works on is for those in its queue; one that nobody works on now is seen by the agent who had it
     * last, and from other tickets of its customer, whose briefs tell of it already.
     */
    boolean includes(Ticket ticket, Ticket from, String agent) {
        if (seesEverything(agent)) return true;
        if (ticket.agent().filter(agent::equals).isPresent()) return true;
        return tasks.openOn(ticket.id())
                .map(task -> tasks.isFor(task, agent, staff.queuesOf(agent)))
                .orElse(ticket.customer().equals(from.customer()));
    }
}
