package io.tandem.channel;

import io.tandem.content.Texts;
import io.tandem.process.Transactions;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A message that does not get through. Operators hear of it by an incident in the engine that names channel and reason; if
 * it never will, agents read it on the ticket, and somebody gets that ({@link Rescue}).
 */
@Component
class Setbacks {

    private static final Pattern FULL_STOP = Pattern.compile("\\.\\s*$");

    /** A message that has just been given up; its ticket is locked. */
    private record Lost(Message message, Ticket ticket, String channel, String reason) {}

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
            // Somebody may have parted its address meanwhile.
            if (!isQueued(message)) return;
            incidents.raise(ticket, message, channel, reason);
            tickets.stirred(ticket.id());
        });
    }

    private boolean isQueued(UUID message) {
        return sql.sql("select count(*) from delivery where message = ? and state = 'QUEUED'")
                        .param(message)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** It got through at last. */
    void isOver(UUID message) {
        incidents.settle(message);
    }

    /** It will never arrive: agents read it on the ticket, and operators hear of it. */
    void neverArrives(UUID id, String reason) {
        transactions.inOne(() -> fail(id, reason).ifPresent(lost -> {
            tell(lost, "note.undelivered");
            rescue.after(lost.message(), lost.ticket());
        }));
    }

    /** Nor will a person's, as far as anybody knows: there is no such address. */
    void nobodyThere(UUID id, String reason) {
        transactions.inOne(() -> fail(id, reason).ifPresent(lost -> {
            tell(lost, "note.undelivered");
            rescue.whereNobodyIs(lost.message(), lost.ticket(), lost.channel());
        }));
    }

    /**
     * The customer had to write first and never did.
     *
     * @return false if they have done so just now
     */
    boolean unanswered(Claimed claimed) {
        return transactions.inOne(() -> {
            var lost = fail(
                    claimed.message(),
                    "the customer has to write first and has not done so for three days",
                    "state = 'QUEUED' and hurried = " + claimed.hurried());
            lost.ifPresent(one -> {
                tell(one, "note.unanswered");
                rescue.after(one.message(), one.ticket());
            });
            return lost.isPresent();
        });
    }

    /** It was to go where somebody else may read now. Operators have nothing to mend, whatever kept it from arriving until now. */
    void parted(UUID id, String address) {
        transactions.inOne(() -> fail(id, "the address is not the customer's any more")
                .ifPresent(lost -> {
                    incidents.settle(id);
                    var text =
                            texts.get(lost.ticket().language(), "note.undeliveredParted", Map.of("address", address));
                    tickets.add(lost.ticket(), Words.note(Author.SYSTEM, null, text, null));
                    rescue.after(lost.message(), lost.ticket());
                }));
    }

    /** Agents read it on the ticket, and operators hear of it. */
    private void tell(Lost lost, String note) {
        incidents.raise(lost.ticket(), lost.message().id(), lost.channel(), lost.reason());
        // Providers end their reasons with a full stop or without; the note ends with one.
        var reason = FULL_STOP.matcher(lost.reason()).replaceFirst("");
        var values = Map.of("channel", lost.channel(), "reason", reason);
        tickets.add(
                lost.ticket(),
                Words.note(Author.SYSTEM, null, texts.get(lost.ticket().language(), note, values), null));
    }

    /** The channel holds it back, and has told the agents why. */
    void isNotSent(UUID id, String reason) {
        transactions.inOne(() -> fail(id, reason).ifPresent(lost -> {
            tickets.stirred(lost.ticket().id());
            rescue.after(lost.message(), lost.ticket());
        }));
    }

    /** Once, whoever says it again. */
    private Optional<Lost> fail(UUID id, String reason) {
        return fail(id, reason, "state <> 'FAILED'");
    }

    /** @param condition under which it still is so */
    private Optional<Lost> fail(UUID id, String reason, String condition) {
        var message = messages.find(id).orElseThrow();
        var ticket = tickets.lockSurvivor(message.ticket());
        var failed = sql.sql("update delivery set state = 'FAILED', reason = ?, recorded_at = ?, claimed_until = null"
                        + " where message = ? and " + condition)
                .params(reason, Timestamp.from(clock.instant()), id)
                .update();
        return failed == 0 ? Optional.empty() : Optional.of(new Lost(message, ticket, channelOf(id), reason));
    }

    private String channelOf(UUID message) {
        return sql.sql("select channel from delivery where message = ?")
                .param(message)
                .query(String.class)
                .single();
    }
}
