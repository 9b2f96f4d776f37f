package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which other tickets an agent may see from the one at hand: numbers can be guessed. */
@Component
class Sight {

    private static final List<String> EVERYTHING = List.of(Staff.LEADS, Staff.ADMINS);

    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Staff staff;

    Sight(AgentTasks tasks, Tickets tickets, Staff staff) {
        this.tasks = tasks;
        this.tickets = tickets;
        this.staff = staff;
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
        if (staff.groupsOf(agent).stream().anyMatch(EVERYTHING::contains)) return true;
        if (ticket.agent().filter(agent::equals).isPresent()) return true;
        return tasks.openOn(ticket.id())
                .map(task -> tasks.isFor(task, agent, staff.queuesOf(agent)))
                .orElse(ticket.customer().equals(from.customer()));
    }
}
