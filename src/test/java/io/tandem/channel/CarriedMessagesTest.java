package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Deliveries.State;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that a channel carries: out after the commit, in the order in which they were said, each once. */
@TandemRuns
class CarriedMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KNOWN = "How long does delivery take?";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Channels channels;

    @Autowired
    private Presses presses;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Messages messages;

    @Autowired
    private ChannelHealth health;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private DeliveryIncidents incidents;

    @Autowired
    private Addresses addresses;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient sql;

    private final CarrierPigeon pigeon = new CarrierPigeon();
    private final String karla = "loft-" + UUID.randomUUID();

    @BeforeEach
    void feed() {
        channels.connect(pigeon);
    }

    @AfterEach
    void setFree() {
        channels.disconnect(pigeon.name());
    }

    @Test
    void aConversationKeepsItsTicket() {
        var ticket = writes("1", KNOWN).ticket();
        var answer = hears(message -> message.author() == Message.Author.BOT);

        assertThat(answer.address()).isEqualTo(karla);
        assertThat(answer.automatic()).isTrue();
        assertThat(answer.markdown()).contains("Source: [");
        assertThat(answer.buttons())
                .extracting(Button::label)
                .containsExactly("That helped", "Did not help", "Talk to a person");
        assertThat(answer.laidOut(pigeon.abilities()))
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(300));

        assertThat(presses.press(ticket, press(answer, "Talk to a person")).done())
                .isTrue();
        hears(message -> message.markdown().startsWith("Of course."));
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket);
        anna.claimsInTasklist(task, "anna");
        assertThat(anna.replies(task, "Two *days*, Karla.\nAnna", "resolve").status())
                .isEqualTo(200);

        var reply = hears(message -> message.author() == Message.Author.AGENT);
        assertThat(reply.automatic()).isFalse();
        assertThat(reply.laidOut(pigeon.abilities())).containsExactly("Two *days*, Karla.\nAnna");
        var question = hears(message -> message.buttons().size() == 5);
        assertThat(presses.press(ticket, press(question, "5 – very good")).text())
                .startsWith("Thank you");
        assertThat(writes("2", "One more thing").ticket()).isEqualTo(ticket);
    }

    private static String press(Outgoing message, String label) {
        return message.buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .press();
    }

    @Test
    void aChannelThatIsDownDelaysItsOwnMessagesOnly() {
        pigeon.weather(message -> {
            throw new ChannelDown("thunderstorm", Duration.ofSeconds(2));
        });
        var ticket = writes("1", KNOWN).ticket();
        await().atMost(PATIENCE)
                .until(() -> health.health().getDetails().toString().contains("thunderstorm"));
        var otto = CustomerInChat.writes(port, "en", KNOWN);
        otto.hears("bot");
        inbox.wantHuman(ticket);
        await().atMost(PATIENCE).until(() -> messages.of(ticket).size() > 2);

        pigeon.weather(message -> {});

        hears(message -> message.markdown().startsWith("Of course."));
        assertThat(pigeon.arrived()).extracting(Outgoing::id).containsExactlyElementsOf(saidByUs(ticket));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(ticket).values())
                        .extracting(Deliveries.Fate::state)
                        .containsOnly(State.SENT));
        assertThat(health.health().getDetails().get(pigeon.name())).asString().contains("sending=up");
    }

    /** Whoever hangs up on one message only is there: the others must not wait for three days. */
    @Test
    @Tag("slow")
    void aMessageThatBreaksItsChannelWaitsAlone() {
        pigeon.weather(message -> {
            if (message.address().equals(karla)) throw new ChannelDown("the line broke");
        });
        var ticket = writes("1", KNOWN).ticket();
        for (int i = 0; i < 3; i++) {
            var neighbour = karla + "-neighbour-" + i;
            await().atMost(PATIENCE).until(() -> isPaused() || tries(ticket) > 0);
            inbox.receive(pigeon.brings(neighbour, "n" + i, KNOWN));
            hears(message -> message.address().equals(neighbour));
        }

        await().atMost(PATIENCE).until(() -> tries(ticket) >= 2);
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !isPaused());
        inbox.receive(pigeon.brings(karla + "-late", "n9", KNOWN));
        hears(message -> message.address().equals(karla + "-late"));

        pigeon.weather(message -> {});
        hears(message -> message.address().equals(karla));
    }

    private boolean isPaused() {
        return String.valueOf(health.health().getDetails().get(pigeon.name())).contains("the line broke");
    }

    private int tries(UUID ticket) {
        return sql.sql("select max(d.attempts) from delivery d join message m on m.id = d.message where m.ticket = ?")
                .param(ticket)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private List<UUID> saidByUs(UUID ticket) {
        return messages.of(ticket).stream()
                .filter(message -> !message.isFrom(Message.Author.CUSTOMER) && !message.internal())
                .map(Message::id)
                .toList();
    }

    @Test
    void aBotThatTheCustomerCannotHearGivesWayToAPerson() {
        pigeon.weather(message -> {
            throw new Undeliverable("the loft is empty");
        });

        var ticket = writes("1", KNOWN).ticket();

        await().atMost(PATIENCE).until(() -> tickets.get(ticket).withPerson());
        assertThat(messages.of(ticket)).anySatisfy(note -> {
            assertThat(note.internal()).isTrue();
            assertThat(note.text()).contains(pigeon.name()).endsWith("the loft is empty.");
        });
        var anna = AgentAtDesk.signsIn(port, "anna");
        assertThat(anna.opens(anna.taskOf(ticket)).at("/brief/reason").asText())
                .isEqualTo("Our last message never reached the customer.");
        assertThat(saidByUs(ticket)).hasSize(1);
    }

    @Test
    void whereNobodyIsNoPersonComes() {
        nobodyIsThere();
        var ticket = writes("1", KNOWN).ticket();

        await().atMost(PATIENCE)
                .until(() -> deliveries.of(ticket).values().stream().anyMatch(fate -> fate.state() == State.FAILED));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> !tickets.get(ticket).withPerson());
        assertThat(messages.of(ticket))
                .last()
                .extracting(Message::text)
                .asString()
                .endsWith("(5.1.1).");
    }

    private void nobodyIsThere() {
        pigeon.weather(message -> {
            throw Undeliverable.nobodyThere("no such loft (5.1.1).");
        });
    }

    @Test
    void whoCanBeReachedElsewhereIsSomebody() {
        var swallow = new CarrierPigeon();
        channels.connect(swallow);
        var customer =
                tickets.get(writes("1", "I want to talk to a person").ticket()).customer();
        transactions.inOne(() -> addresses.add(new Address(swallow.name(), "nest-" + karla), customer));
        nobodyIsThere();

        var ticket = inbox.receive(new InboundMessage(
                        pigeon.name(),
                        Conversation.fresh(karla),
                        UUID.randomUUID().toString(),
                        KNOWN,
                        "Karla",
                        "en"))
                .ticket();

        await().atMost(PATIENCE).until(() -> tickets.get(ticket).withPerson());
        channels.disconnect(swallow.name());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theLogTellsOfATroubleOnceAndWhenItIsOver(CapturedOutput log) {
        var tries = new AtomicInteger();
        pigeon.weather(message -> {
            tries.incrementAndGet();
            throw new ChannelDown("fog", Duration.ofMillis(300));
        });
        writes("1", KNOWN);
        await().atMost(PATIENCE).until(() -> tries.get() > 3);

        pigeon.weather(message -> {});
        hears(message -> true);

        await().atMost(PATIENCE).until(() -> log.getOut().contains(pigeon.name() + " sends again"));
        assertThat(log.getOut())
                .containsOnlyOnce(pigeon.name() + " pauses until")
                .containsOnlyOnce(pigeon.name() + " sends again");
    }

    @Test
    void operatorsSeeEachMessageThatWillNeverArriveWhereverItsTicketGoesUntilTheySettleIt() {
        pigeon.weather(message -> {
            throw new Undeliverable("the loft is empty");
        });
        var ticket = writes("1", KNOWN).ticket();
        await().atMost(PATIENCE).until(() -> tickets.get(ticket).withPerson());

        await().atMost(PATIENCE).until(() -> saidByUs(ticket).size() == 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            incidents.follow();
            assertThat(incidentsOf(ticket))
                    .extracting(Incident::getActivityId, Incident::getConfiguration, Incident::getIncidentMessage)
                    .containsExactlyInAnyOrderElementsOf(saidByUs(ticket).stream()
                            .map(message -> tuple(
                                    "callActivity_humanEscalation",
                                    message.toString(),
                                    pigeon.name() + ": the loft is empty"))
                            .toList());
        });

        incidentsOf(ticket).forEach(incident -> engine.resolveIncident(incident.getId()));
        incidents.follow();
        pigeon.weather(message -> {});
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket);
        anna.claimsInTasklist(task, "anna");
        assertThat(anna.replies(task, "We call you.", "resolve").status()).isEqualTo(200);
        hears(message -> message.author() == Message.Author.AGENT);
        incidents.follow();
        assertThat(incidentsOf(ticket)).isEmpty();
    }

    /** The program was killed when it had recorded that it was sent, and a receipt has come since. */
    @Test
    void whatHasArrivedIsNoIncident() {
        pigeon.weather(message -> {
            throw new Undeliverable("the loft is empty");
        });
        var ticket = writes("1", KNOWN).ticket();
        await().atMost(PATIENCE).until(() -> !incidentsOf(ticket).isEmpty());
        pigeon.weather(message -> {});
        await().atMost(PATIENCE).until(() -> tickets.get(ticket).withPerson());

        sql.sql("update delivery set state = 'DELIVERED' where message in (select id from message where ticket = ?)")
                .param(ticket)
                .update();

        await().atMost(PATIENCE).untilAsserted(() -> {
            incidents.follow();
            assertThat(incidentsOf(ticket)).isEmpty();
        });
    }

    private List<Incident> incidentsOf(UUID ticket) {
        var process = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.toString())
                .rootProcessInstances()
                .singleResult();
        return engine.createIncidentQuery()
                .processInstanceId(process.getId())
                .incidentType(DeliveryIncidents.KIND)
                .list();
    }

    @Test
    void aFailureOfOneMessageIsTriedAgainAndHoldsUpNobodyElse() {
        pigeon.weather(message -> {
            if (message.address().equals(karla)) throw new IllegalStateException("a hawk");
        });
        var ticket = writes("1", KNOWN).ticket();
        await().atMost(PATIENCE)
                .until(() -> deliveries.of(ticket).values().stream().anyMatch(fate -> "a hawk".equals(fate.reason())));

        inbox.receive(pigeon.brings("loft-of-otto", "3", KNOWN));
        hears(message -> message.address().equals("loft-of-otto"));
        pigeon.weather(message -> {});

        hears(message -> message.address().equals(karla));
        await().atMost(PATIENCE)
                .until(() -> deliveries.of(ticket).values().stream()
                        .allMatch(fate -> fate.state() == State.SENT && fate.reason() == null));
    }

    @Test
    void whatBecameOfItLaterIsRecordedOnce() {
        var ticket = writes("1", KNOWN).ticket();
        var ring = "ring-" + hears(message -> true).id();
        await().atMost(PATIENCE)
                .until(() -> deliveries.ticketNamed(pigeon.name(), ring).isPresent());

        deliveries.delivered(pigeon.name(), ring);
        deliveries.delivered(pigeon.name(), ring);
        assertThat(deliveries.of(ticket).values())
                .extracting(Deliveries.Fate::state)
                .contains(State.DELIVERED);

        deliveries.failed(pigeon.name(), ring, "came back");
        deliveries.delivered(pigeon.name(), ring);
        assertThat(deliveries.of(ticket).values())
                .extracting(Deliveries.Fate::state)
                .contains(State.FAILED);
    }

    @Test
    void theSameMessagesFromManySidesAreStoredOnce() throws Exception {
        twiceByEightThreads(40);
    }

    @Test
    @Tag("slow")
    void aThousandMessagesFromManySidesAreStoredOnce() throws Exception {
        twiceByEightThreads(1000);
    }

    /** People have these tickets, so that the bot need not read each message. */
    private void twiceByEightThreads(int written) throws Exception {
        for (int i = 0; i < 5; i++) {
            var opened = inbox.receive(pigeon.brings(karla + i, "first " + i, "It is broken"));
            inbox.wantHuman(opened.ticket());
        }
        var brought = new ArrayList<Callable<Message>>();
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, written)
                    .mapToObj(i -> pigeon.brings(karla + i % 5, "ring " + i, "It is broken, number " + i))
                    .forEach(message -> brought.add(() -> inbox.receive(message)));
        }
        Collections.shuffle(brought, new Random(7));
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Message> stored : threads.invokeAll(brought)) stored.get();
        } finally {
            threads.shutdown();
        }

        assertThat(count("select count(*) from message where channel = ? and author = 'CUSTOMER'"))
                .isEqualTo(written + 5);
        assertThat(count("select count(*) from ticket where channel = ?")).isEqualTo(5);
    }

    private long count(String query) {
        return sql.sql(query).param(pigeon.name()).query(Long.class).single();
    }

    private Message writes(String ring, String text) {
        return inbox.receive(pigeon.brings(karla, ring, text));
    }

    private Outgoing hears(Predicate<Outgoing> message) {
        return await().atMost(PATIENCE)
                .until(() -> pigeon.arrived().stream().filter(message).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }
}
