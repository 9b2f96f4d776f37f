package io.tandem.process;

import static io.tandem.process.Variables.AGENT;
import static io.tandem.process.Variables.ASKER;
import static io.tandem.process.Variables.QUESTION;

import io.tandem.process.ColleagueRequests.Known;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom a diagram means by <code>${agent}</code> and <code>${asker}</code>. They stand in the record and in no process
 * variable: those can be searched and counted.
 */
@Component
public class PeopleOnRecord {

    private static final Set<String> NAMES = Set.of(AGENT.name(), ASKER.name());

    private final Tickets tickets;
    private final ColleagueRequests requests;

    PeopleOnRecord(Tickets tickets, ColleagueRequests requests) {
        this.tickets = tickets;
        this.requests = requests;
    }

    /** Whether the record knows who is meant by this name; a process that is no ticket's keeps what it calls so. */
    public boolean knows(Object name, DelegateExecution execution) {
        return NAMES.contains(name)
                && (request(execution).isPresent() || ticket(execution).isPresent());
    }

    /** The user meant: of a question, who asks or is asked; else who has the ticket. */
    public @Nullable String named(Object name, DelegateExecution execution) {
        var request = request(execution);
        if (request.isEmpty()) return ticket(execution).flatMap(Ticket::agent).orElse(null);
        return ASKER.name().equals(name) ? request.get().asker() : request.get().colleague();
    }

    private Optional<Known> request(DelegateExecution execution) {
        return QUESTION.find(execution).flatMap(Variables::idIn).flatMap(requests::find);
    }

    private Optional<Ticket> ticket(DelegateExecution execution) {
        return Variables.idIn(execution.getProcessBusinessKey()).flatMap(tickets::find);
    }
}
