package io.tandem.channel;

import io.tandem.process.Incidents;
import io.tandem.process.Incidents.Raised;
import io.tandem.process.Transactions;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The engine's incidents about messages that do not get through. The engine drops an incident with the step at which it
 * was raised, and the ticket goes on: such an incident is raised again where the ticket is now, until operators settle
 * it, the message gets through or the ticket's process ends.
 */
@Component
class DeliveryIncidents {

    static final String KIND = "delivery";

    private static final Logger log = LoggerFactory.getLogger(DeliveryIncidents.class);

    /** Asked so that H2 finds them by its index, too, among all that were ever sent. */
    private static final String KNOWN = " d.incident > ''";

    /** A receipt may come before the incident is closed. */
    private static final String THROUGH = " ('SENT', 'DELIVERED') and" + KNOWN;

    private static final String NOT_OPEN = " d.state not in" + THROUGH + " and d.incident_at is not null"
            + " and not exists (select 1 from act_ru_incident i where i.id_ = d.incident)";
    private static final String STEP = " exists (select 1 from act_ru_execution e where e.id_ = d.incident_at)";

    private final Incidents incidents;
    private final Tickets tickets;
    private final Messages messages;
    private final Transactions transactions;
    private final JdbcClient sql;

    DeliveryIncidents(
            Incidents incidents, Tickets tickets, Messages messages, Transactions transactions, JdbcClient sql) {
        this.incidents = incidents;
        this.tickets = tickets;
        this.messages = messages;
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Once for each message; the ticket is locked. */
    void raise(Ticket ticket, UUID message, String channel, String reason) {
        if (isRecorded(message)) return;
        record(message, incidents.raise(ticket.id(), KIND, message.toString(), channel + ": " + reason));
    }

    /** It got through at last. */
    void settle(UUID message) {
        transactions.inOne(() -> sql.sql("select incident from delivery where message = ? and incident is not null")
                .param(message)
                .query(String.class)
                .optional()
                .ifPresent(incident -> {
                    incidents.close(incident);
                    record(message, Optional.empty());
                }));
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void follow() {
        sql.sql("update delivery d set incident_at = null where" + NOT_OPEN + " and" + STEP)
                .update();
        each("d.state in" + THROUGH, this::settle);
        each(NOT_OPEN + " and not" + STEP, this::raiseAgain);
    }

    /** One that fails keeps none of the others waiting. */
    private void each(String condition, Consumer<UUID> follow) {
        for (var message : sql.sql("select d.message from delivery d where " + condition)
                .query(UUID.class)
                .list()) {
            try {
                follow.accept(message);
            } catch (RuntimeException failed) {
                log.warn(
                        "The incident about message {} does not follow its ticket now; tried again soon",
                        message,
                        failed);
            }
        }
    }

    private void raiseAgain(UUID id) {
        transactions.inOne(() -> {
            var ticket = tickets.lockSurvivor(messages.find(id).orElseThrow().ticket());
            sql.sql("select d.channel, d.reason from delivery d where d.message = ? and" + NOT_OPEN + " and not" + STEP)
                    .param(id)
                    .query((row, number) -> row.getString("channel") + ": " + row.getString("reason"))
                    .optional()
                    .ifPresent(what -> record(id, incidents.raise(ticket.id(), KIND, id.toString(), what)));
        });
    }

    private void record(UUID message, Optional<Raised> raised) {
        sql.sql("update delivery set incident = ?, incident_at = ? where message = ?")
                .param(raised.map(Raised::id).orElse(null))
                .param(raised.map(Raised::at).orElse(null))
                .param(message)
                .update();
    }

    private boolean isRecorded(UUID message) {
        return sql.sql("select count(*) from delivery where message = ? and incident is not null")
                        .param(message)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
