package io.tandem.process;

import static io.tandem.process.Variables.AGENT;
import static io.tandem.process.Variables.ASKER;
import static io.tandem.process.Variables.QUESTION;

import io.tandem.ticket.Tickets;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    /** Asked for late: the staff is the engine's, which asks for these people while it starts. */
    private final ObjectProvider<Staff> staff;

    PeopleOnRecord(Tickets tickets, ColleagueRequests requests, ObjectProvider<Staff> staff) {
        this.tickets = tickets;
        this.requests = requests;
        this.staff = staff;
    }

    /** @param user nobody in particular if there is none */
    public record Meant(@Nullable String user) {}

    /**
     * Who is meant by this name: of a question, who asks or is asked; else who has the ticket. Who has left is nobody in
     * particular: a task of theirs would be nobody's. Empty if the record knows nothing by that name; a process that is no
     * ticket's keeps what it calls so.
     */
    public Optional<Meant> find(Object name, DelegateExecution execution) {
        if (!NAMES.contains(name)) return Optional.empty();
        return ofQuestion(name, execution).or(() -> ofTicket(execution)).map(this::unlessTheyLeft);
    }

    private Optional<Meant> ofQuestion(Object name, DelegateExecution execution) {
        return QUESTION.find(execution)
                .flatMap(Variables::idIn)
                .flatMap(requests::find)
                .map(request -> new Meant(ASKER.name().equals(name) ? request.asker() : request.colleague()));
    }

    private Meant unlessTheyLeft(Meant meant) {
        var user = meant.user();
        return user == null || staff.getObject().reachesDesk(user) ? meant : new Meant(null);
    }

    private Optional<Meant> ofTicket(DelegateExecution execution) {
        return Variables.idIn(execution.getProcessBusinessKey())
                .flatMap(tickets::find)
                .map(ticket -> new Meant(ticket.agent().orElse(null)));
    }
}
