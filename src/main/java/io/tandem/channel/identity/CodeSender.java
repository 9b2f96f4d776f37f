package io.tandem.channel.identity;

import io.tandem.channel.AwaitsCustomer;
import io.tandem.channel.Channel;
import io.tandem.channel.Outgoing;
import io.tandem.content.Texts;
import io.tandem.ticket.Message.Author;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings codes to their addresses. They stand on no ticket, since agents read those, and wait in no queue, since they are
 * soon worth nothing: who got none is asked again.
 */
@Component
class CodeSender {

    private static final Logger log = LoggerFactory.getLogger(CodeSender.class);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(60));
    /** Who replies to a code is on no ticket: the address is nobody's yet. */
    private static final long NO_NUMBER = 0;

    /** A code is to be sent. */
    record Due(UUID id, Channel channel, String address, String language, Code code, String agent) {}

    private final Texts texts;

    CodeSender(Texts texts) {
        this.texts = texts;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void send(Due due) {
        after(Duration.ZERO, due, 0);
    }

    private void after(Duration pause, Due due, int tries) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> send(due, tries));
    }

    private void send(Due due, int tries) {
        try {
            bring(due.channel(), message(due));
        } catch (AwaitsCustomer | RuntimeException failed) {
            log.warn(
                    "{}: a code for an address did not get through: {}",
                    due.channel().name(),
                    failed.getMessage());
            if (tries < PAUSES.size()) after(PAUSES.get(tries), due, tries + 1);
        }
    }

    /** Whoever has to write first is asked to. If they do so at once, the next try brings the code. */
    private static void bring(Channel channel, Outgoing message) throws AwaitsCustomer {
        try {
            channel.send(message);
        } catch (AwaitsCustomer awaits) {
            channel.invite(message);
            throw awaits;
        }
    }

    private Outgoing message(Due due) {
        var values = Map.of(
                "agent", due.agent(),
                "code", due.code().shown(),
                "minutes", Proofs.GOOD_FOR.toMinutes());
        return new Outgoing(
                due.id(),
                due.id(),
                NO_NUMBER,
                due.language(),
                due.address(),
                null,
                Author.SYSTEM,
                null,
                true,
                texts.get(due.language(), "system.addressCode", values),
                List.of(),
                List.of());
    }
}
