package io.tandem.process.engine;

import static io.tandem.process.Variables.AGENT;
import static io.tandem.process.Variables.ticketIn;

import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets diagrams say <code>${agent}</code> for the person whose ticket it is. It stands in the record and in no process
 * variable: those can be searched and counted.
 */
final class RecordedAgent extends ReadOnlyResolver {

    private final Tickets tickets;

    RecordedAgent(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !AGENT.name().equals(property)) return null;
        var ticket = ticketOf(context.getContext(VariableScope.class));
        // A process that is no ticket's keeps what it calls so.
        if (ticket.isEmpty()) return null;
        context.setPropertyResolved(true);
        return ticket.get().agent().orElse(null);
    }

    private Optional<Ticket> ticketOf(@Nullable Object scope) {
        if (!(scope instanceof DelegateExecution execution)) return Optional.empty();
        return ticketIn(execution.getProcessBusinessKey()).flatMap(tickets::find);
    }
}
