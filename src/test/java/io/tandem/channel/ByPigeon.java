package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Deliveries.Fate;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop that customers write to by pigeon, where Anna has a customer's ticket. */
@TandemRuns
abstract class ByPigeon {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    @Autowired
    Inbox inbox;

    @Autowired
    Channels channels;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Tickets tickets;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient sql;

    final CarrierPigeon pigeon = new CarrierPigeon();
    final String karla = "loft-" + UUID.randomUUID();
    AgentAtDesk anna;
    UUID ticket;
    String task;

    @BeforeEach
    void annaHasKarlasTicket() {
        channels.connect(pigeon);
        ticket = writes("I want to talk to a person").ticket();
        hears(pigeon, message -> message.markdown().startsWith("Of course."));
        anna = AgentAtDesk.signsIn(port, "anna");
        task = anna.taskOf(ticket);
        anna.claimsInTasklist(task, "anna");
    }

    @AfterEach
    void setFree() {
        channels.disconnect(pigeon.name());
    }

    Message writes(String text) {
        return inbox.receive(pigeon.brings(karla, UUID.randomUUID().toString(), text));
    }

    void replies(String text, String action) {
        assertThat(anna.replies(task, text, action).status()).isEqualTo(200);
    }

    Outgoing hears(CarrierPigeon where, Predicate<Outgoing> message) {
        return await().atMost(PATIENCE)
                .until(() -> where.arrived().stream().filter(message).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    static boolean asksForRating(Outgoing message) {
        return message.buttons().size() == 5;
    }

    List<String> notes() {
        return messages.of(ticket).stream()
                .filter(Message::internal)
                .map(Message::text)
                .toList();
    }

    Fate fateOf(String text) {
        var message = messages.of(ticket).stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow();
        return Optional.ofNullable(deliveries.of(ticket).get(message.id())).orElseThrow();
    }
}
