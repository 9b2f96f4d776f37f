package io.tandem.desk;

import static io.tandem.process.Variables.REASON;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.channel.Channels;
import io.tandem.hours.OpeningWords;
import io.tandem.hours.WaitingLine;
import io.tandem.model.Step;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Tell the customer who takes over and when": as honestly as it is known. */
@Component
@Step(needs = "reason", ownJob = true)
class TellCustomer implements JavaDelegate {

    private final Tickets tickets;
    private final Channels channels;
    private final WaitingLine line;
    private final OpeningWords words;

    TellCustomer(Tickets tickets, Channels channels, WaitingLine line, OpeningWords words) {
        this.tickets = tickets;
        this.channels = channels;
        this.line = line;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.lock(ticketOf(execution));
        if (Handover.SPLIT.name().equals(REASON.get(execution))) return; // told where the matter came up
        if (Handover.AUTOMATIC.name().equals(REASON.get(execution))) return; // nobody there reads it
        if (ticket.handover().filter(Handover.UNDELIVERED::equals).isPresent())
            return; // they would not hear it, either
        var text = "system.handover." + REASON.get(execution);
        var outlook = line.outlook();
        if (outlook.from().isPresent()) {
            var when = words.of(outlook.from().get(), ticket.language());
            channels.say(ticket, text + ".closed", Map.of("when", when));
        } else if (outlook.in().isPresent()) {
            channels.say(
                    ticket,
                    text + ".minutes",
                    Map.of("minutes", outlook.in().get().toMinutes() + 1));
        } else {
            channels.say(ticket, text, Map.of());
        }
    }
}
