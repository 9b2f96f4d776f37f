package io.tandem.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.ticket.LoggedTicket;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** One message's way to its channel, and what is recorded of it. */
@Component
class Journey {

    private static final Logger log = LoggerFactory.getLogger(Journey.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    /** From when on operators are told: it is no hiccup any more. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** A channel that is down only for this message, so often, is not down: the message breaks it. */
    private static final int BLAMED_AT = 3;

    private final Envelopes envelopes;
    private final Outbox outbox;
    private final Setbacks setbacks;
    private final AwaitedCustomers awaited;
    private final Messages messages;
    private final Tickets tickets;
    private final MeterRegistry meters;
    private final Clock clock;

    Journey(
            Envelopes envelopes,
            Outbox outbox,
            Setbacks setbacks,
            AwaitedCustomers awaited,
            Messages messages,
            Tickets tickets,
            MeterRegistry meters,
            Clock clock) {
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.setbacks = setbacks;
        this.awaited = awaited;
        this.messages = messages;
        this.tickets = tickets;
        this.meters = meters;
        this.clock = clock;
    }

    void make(ChannelLine line, Claimed claimed) {
        var ticket = messages.find(claimed.message()).map(Message::ticket).orElse(null);
        try (var logged = LoggedTicket.is(ticket)) {
            send(line, claimed);
        }
    }

    private void send(ChannelLine line, Claimed claimed) {
        var channel = line.channel();
        try {
            carry(line, claimed, envelopes.seal(claimed));
        } catch (Undeliverable never) {
            if (never.isOnPurpose()) {
                hold(channel, claimed, Reason.of(never));
            } else {
                works(line);
                neverArrives(channel, claimed, never);
            }
        } catch (ChannelDown down) {
            isDown(line, claimed, down);
        } catch (RuntimeException | Error failed) {
            failsItself(line, claimed, Duration.ZERO, Reason.of(failed));
        }
    }

    private void carry(ChannelLine line, Claimed claimed, Outgoing message) {
        try {
            arrived(line, claimed, line.channel().send(message));
        } catch (AwaitsCustomer awaits) {
            count(
                    line.channel(),
                    awaited.receive(line.channel(), claimed, message, awaits).outcome());
        }
    }

    private void isDown(ChannelLine line, Claimed claimed, ChannelDown down) {
        var name = line.channel().name();
        var downs = downs(line, claimed);
        outbox.recordDown(claimed.message(), downs);
        if (downs >= BLAMED_AT) {
            failsItself(line, claimed, down.retryAfter().orElse(Duration.ZERO), Reason.of(down));
            return;
        }
        var pause = line.failed(down, clock.instant());
        // Once for each trouble; since when it lasts the health page says.
        log.atLevel(pause.isNews() ? Level.WARN : Level.DEBUG)
                .log("{} pauses until {}: {}", name, pause.until(), Reason.of(down));
        later(line, claimed, claimed.attempts(), pause.until(), Reason.of(down));
    }

    /** While nothing gets through at all, the message is no more to blame than any other. */
    private static int downs(ChannelLine line, Claimed claimed) {
        var before = claimed.downAt();
        return before == null || line.hasWorkedSince(before) ? claimed.downs() + 1 : claimed.downs();
    }

    /** @param atLeast how long it waits, if its own pause is shorter */
    private void failsItself(ChannelLine line, Claimed claimed, Duration atLeast, Reason reason) {
        log.atLevel(claimed.attempts() == 0 ? Level.WARN : Level.DEBUG)
                .log("{}: message {} did not get through: {}", line.channel().name(), claimed.message(), reason);
        var pause = PAUSES.get(Math.min(claimed.attempts(), PAUSES.size() - 1));
        var longer = pause.compareTo(atLeast) > 0 ? pause : atLeast;
        later(line, claimed, claimed.attempts() + 1, clock.instant().plus(longer), reason);
    }

    private void arrived(ChannelLine line, Claimed claimed, Receipt receipt) {
        works(line);
        outbox.recordSent(claimed.message(), receipt);
        // One that was raised meanwhile is settled soon, too: DeliveryIncidents.follow.
        if (claimed.hasIncident()) setbacks.isOver(claimed.message());
        count(line.channel(), "sent");
        messages.find(claimed.message()).ifPresent(message -> tickets.stirred(message.ticket()));
    }

    private void works(ChannelLine line) {
        if (line.worked(clock.instant()))
            log.info("{} sends again", line.channel().name());
    }

    private void neverArrives(Channel channel, Claimed claimed, Undeliverable never) {
        if (!never.isNobodyThere()) {
            giveUp(channel, claimed, Reason.of(never));
            return;
        }
        log.info("{}: message {} went where nobody is: {}", channel.name(), claimed.message(), Reason.of(never));
        setbacks.nobodyThere(claimed.message(), Reason.of(never).text());
        count(channel, "failed");
    }

    private void giveUp(Channel channel, Claimed claimed, Reason reason) {
        log.warn("{}: message {} will never arrive: {}", channel.name(), claimed.message(), reason);
        setbacks.neverArrives(claimed.message(), reason.text());
        count(channel, "failed");
    }

    private void hold(Channel channel, Claimed claimed, Reason reason) {
        log.info("{}: message {} is not sent: {}", channel.name(), claimed.message(), reason);
        setbacks.isNotSent(claimed.message(), reason.text());
        count(channel, "held");
    }

    private void later(ChannelLine line, Claimed claimed, int attempts, Instant dueAt, Reason reason) {
        var waited = Duration.between(claimed.queuedAt(), clock.instant());
        if (waited.compareTo(GIVEN_UP_AFTER) > 0) {
            giveUp(line.channel(), claimed, reason);
            return;
        }
        if (!outbox.putBack(claimed.message(), attempts, dueAt, reason.text())) return;
        count(line.channel(), "delayed");
        if (waited.compareTo(LONG) > 0)
            setbacks.takesLong(claimed.message(), line.channel().name(), reason.text());
    }

    private void count(Channel channel, String outcome) {
        meters.counter("tandem.channel.deliveries", "channel", channel.name(), "outcome", outcome)
                .increment();
    }
}
