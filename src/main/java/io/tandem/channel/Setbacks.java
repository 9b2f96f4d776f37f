package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.process.TicketProcess;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A message that does not get through. Operators hear of it by an incident in the engine that names channel and reason; if
 * it never will, a person gets the ticket: a bot whom the customer cannot hear helps nobody.
 */
@Component
class Setbacks {

    private final Tickets tickets;
    private final Messages messages;
    private final TicketProcess process;
    private final DeliveryIncidents incidents;
    private final Transactions transactions;
    private final Texts texts;
    private final JdbcClient sql;
    private final Clock clock;

    Setbacks(
            Tickets tickets,
            Messages messages,
            TicketProcess process,
            DeliveryIncidents incidents,
            Transactions transactions,
            Texts texts,
            JdbcClient sql,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.process = process;
        this.incidents = incidents;
        this.transactions = transactions;
        this.texts = texts;
        this.sql = sql;
        this.clock = clock;
    }

    /** It takes long: operators are told, once. */
    void takesLong(UUID message, String channel, String reason) {
        transactions.inOne(() -> {
            var ticket = tickets.lock(messages.find(message).orElseThrow().ticket());
            incidents.raise(ticket, message, channel, reason);
            tickets.stirred(ticket.id());
        });
    }

    /** It got through at last. */
    void isOver(UUID message) {
        incidents.settle(message);
    }

    /** It will never arrive: agents read it on the ticket, and operators hear of it. */
    void neverArrives(UUID id, String reason) {
        fail(id, reason, ticket -> {
            var channel = channelOf(id);
            incidents.raise(ticket, id, channel, reason);
            var values = Map.of("channel", channel, "reason", reason);
            tickets.add(
                    ticket,
                    Words.note(Author.SYSTEM, null, texts.get(ticket.language(), "note.undelivered", values), null));
        });
    }

    /** The channel holds it back, and has told the agents why. */
    void isNotSent(UUID id, String reason) {
        fail(id, reason, ticket -> tickets.stirred(ticket.id()));
    }

    /** Once, whoever says it again. */
    private void fail(UUID id, String reason, Consumer<Ticket> telling) {
        transactions.inOne(() -> {
            var message = messages.find(id).orElseThrow();
            var ticket = tickets.lock(message.ticket());
            if (recordFailed(id, reason) == 0) return;
            telling.accept(ticket);
            bringPerson(ticket, message);
        });
    }

    private int recordFailed(UUID message, String reason) {
        return sql.sql("update delivery set state = 'FAILED', reason = ?, recorded_at = ?, claimed_until = null"
                        + " where message = ? and state <> 'FAILED'")
                .params(reason, Timestamp.from(clock.instant()), message)
                .update();
    }

    private void bringPerson(Ticket ticket, Message message) {
        if (!message.isFrom(Author.BOT) || !ticket.botMaySpeak()) return;
        ticket.handOver(Handover.BOT_FAILED, clock.instant());
        tickets.save(ticket);
        process.humanWanted(ticket);
    }

    private String channelOf(UUID message) {
        return sql.sql("select channel from delivery where message = ?")
                .param(message)
                .query(String.class)
                .single();
    }
}
