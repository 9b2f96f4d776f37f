package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
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
 * it never will, agents read it on the ticket, and somebody gets that ({@link Rescue}).
 */
@Component
class Setbacks {

    private final Tickets tickets;
    private final Messages messages;
    private final DeliveryIncidents incidents;
    private final Rescue rescue;
    private final Transactions transactions;
    private final Texts texts;
    private final JdbcClient sql;
    private final Clock clock;

    Setbacks(
            Tickets tickets,
            Messages messages,
            DeliveryIncidents incidents,
            Rescue rescue,
            Transactions transactions,
            Texts texts,
            JdbcClient sql,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.incidents = incidents;
        this.rescue = rescue;
        this.transactions = transactions;
        this.texts = texts;
        this.sql = sql;
        this.clock = clock;
    }

    /** It takes long: operators are told, once. */
    void takesLong(UUID message, String channel, String reason) {
        transactions.inOne(() -> {
            var ticket =
                    tickets.lockSurvivor(messages.find(message).orElseThrow().ticket());
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
        neverArrives(id, reason, "note.undelivered");
    }

    /** The customer had to write first and never did. */
    void unanswered(UUID id) {
        neverArrives(id, "the customer has to write first and has not done so for three days", "note.unanswered");
    }

    /** It was to go where somebody else may read now. Operators have nothing to mend. */
    void parted(UUID id, String address) {
        fail(id, "the address is not the customer's any more", ticket -> {
            var text = texts.get(ticket.language(), "note.undeliveredParted", Map.of("address", address));
            tickets.add(ticket, Words.note(Author.SYSTEM, null, text, null));
        });
    }

    private void neverArrives(UUID id, String reason, String note) {
        fail(id, reason, ticket -> {
            var channel = channelOf(id);
            incidents.raise(ticket, id, channel, reason);
            var text = texts.get(ticket.language(), note, Map.of("channel", channel, "reason", reason));
            tickets.add(ticket, Words.note(Author.SYSTEM, null, text, null));
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
            var ticket = tickets.lockSurvivor(message.ticket());
            if (recordFailed(id, reason) == 0) return;
            telling.accept(ticket);
            rescue.after(message, ticket);
        });
    }

    private int recordFailed(UUID message, String reason) {
        return sql.sql("update delivery set state = 'FAILED', reason = ?, recorded_at = ?, claimed_until = null"
                        + " where message = ? and state <> 'FAILED'")
                .params(reason, Timestamp.from(clock.instant()), message)
                .update();
    }

    private String channelOf(UUID message) {
        return sql.sql("select channel from delivery where message = ?")
                .param(message)
                .query(String.class)
                .single();
    }
}
