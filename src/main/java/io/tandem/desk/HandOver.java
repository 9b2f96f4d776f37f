package io.tandem.desk;

import static io.tandem.process.Variables.AGENT;
import static io.tandem.process.Variables.CHANNEL;
import static io.tandem.process.Variables.KEEP_FOR;
import static io.tandem.process.Variables.LANGUAGE;
import static io.tandem.process.Variables.PRIORITY;
import static io.tandem.process.Variables.REASON;
import static io.tandem.process.Variables.SKILL;
import static io.tandem.process.Variables.TOPIC;
import static io.tandem.process.Variables.ticketOf;

import io.tandem.model.Step;
import io.tandem.process.Staff;
import io.tandem.routing.Reservations;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Hand over to a person": from here on the bot is silent. A customer who is to be won back gets their ticket back. Who
 * knows the customer is asked first.
 */
@Component
@Step(
        effect = Step.Effect.HANDS_OVER,
        sets = {"channel", "agent"},
        needs = "reason")
class HandOver implements JavaDelegate {

    private final Tickets tickets;
    private final Reservations reservations;
    private final Clock clock;

    HandOver(Tickets tickets, Reservations reservations, Clock clock) {
        this.tickets = tickets;
        this.reservations = reservations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ticket = tickets.lock(ticketOf(execution));
        CHANNEL.set(execution, ticket.channel());
        var reason = Handover.valueOf(REASON.get(execution));
        if (ticket.isOpen()) {
            ticket.handOver(reason, clock.instant());
        } else {
            ticket.reopen(reason, clock.instant());
        }
        PRIORITY.find(execution).ifPresent(ticket::prioritize);
        ticket.understoodAs(
                LANGUAGE.find(execution).orElse(ticket.language()),
                TOPIC.find(execution).orElse(null));
        var time = KEEP_FOR.find(execution).map(Duration::parse).orElse(Duration.ZERO);
        reservations.keepForWhoKnows(ticket, SKILL.find(execution).orElse(Staff.AGENTS), time);
        tickets.save(ticket);
        AGENT.set(execution, null);
    }
}
