package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tandem.channel.Deliveries.Fate;
import io.tandem.channel.Deliveries.State;
import io.tandem.channel.OtherWays.Way;
import io.tandem.process.Transactions;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message.Author;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers whose way is shut until they write themselves. */
class AwaitedCustomersTest extends ByPigeon {

    private static final String ANSWER = "It is found.";

    @Autowired
    private Addresses addresses;

    @Autowired
    private Transactions transactions;

    @Autowired
    private ChannelHealth health;

    @Autowired
    private ChannelFigures figures;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private OtherWays ways;

    private final CarrierPigeon swallow = new CarrierPigeon();

    @AfterEach
    void setSwallowFree() {
        channels.disconnect(swallow.name());
    }

    @Test
    void whatWaitsForThemIsNoTroubleOfTheChannelAndIsReadInItsOrderWhenTheyWrite() {
        pigeon.shuts(karla);
        replies(ANSWER, "resolve");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).hasSize(2));

        assertThat(fateOf(ANSWER)).isEqualTo(new Fate(State.AWAITS_CUSTOMER, "the loft is shut", pigeon.name()));
        assertThat(pigeon.invited()).containsExactly(karla);
        figures.count();
        assertThat(health.health().getDetails().get(pigeon.name()))
                .hasToString("{sending=up, receiving=up, queue=0, awaitingCustomer=2}");
        assertThat(Stream.of("queue", "oldest", "awaiting").map(this::figure)).containsExactly(0.0, 0.0, 2.0);
        assertThat(sql.sql("select max(attempts) from delivery where address = ? and incident is null")
                        .param(karla)
                        .query(Integer.class)
                        .single())
                .isZero();

        pigeon.opens(karla);
        assertThat(channels.hurry(pigeon.name(), karla)).isEqualTo(2);

        hears(pigeon, ByPigeon::asksForRating);
        assertThat(pigeon.arrived().stream().map(Outgoing::author)).endsWith(Author.AGENT, Author.SYSTEM);
        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).equals(new Fate(State.SENT, null, pigeon.name())));
    }

    private List<Fate> waiting() {
        return deliveries.of(ticket).values().stream()
                .filter(fate -> fate.state() == State.AWAITS_CUSTOMER)
                .toList();
    }

    private double figure(String name) {
        return meters.get("tandem.channel." + name)
                .tag("channel", pigeon.name())
                .gauge()
                .value();
    }

    @Test
    void whenAnotherAddressIsProvenAllOfItGoesThereInItsOrder() {
        pigeon.shuts(karla);
        replies(ANSWER, "resolve");
        await().atMost(PATIENCE).until(() -> waiting().size() == 2);
        hasAlso("nest");

        timePasses(Duration.ofMinutes(5));

        hears(swallow, ByPigeon::asksForRating);
        assertThat(swallow.arrived()).extracting(Outgoing::author).containsExactly(Author.AGENT, Author.SYSTEM);
        assertThat(swallow.arrived()).extracting(Outgoing::address).containsOnly("nest-" + karla);
        assertThat(pigeon.invited()).hasSize(1);
        assertThat(fateOf(ANSWER).channel()).isEqualTo(swallow.name());
        assertThat(notes())
                .filteredOn(note -> note.contains("nest-" + karla))
                .singleElement()
                .asString()
                .contains(pigeon.name(), swallow.name());
    }

    private void hasAlso(String nest) {
        channels.connect(swallow);
        transactions.inOne(() -> addresses.add(
                new Address(swallow.name(), nest + "-" + karla),
                tickets.get(ticket).customer()));
    }

    private void timePasses(Duration time) {
        sql.sql("update delivery set due_at = ?, awaits_customer = ? where address = ? and awaits_customer is not null")
                .params(
                        Timestamp.from(Instant.now()),
                        Timestamp.from(Instant.now().minus(time)),
                        karla)
                .update();
    }

    @Test
    void theAgentReadsUnderTheMessageThatItWaits() {
        pigeon.shuts(karla);
        var asked = Map.of("channel", pigeon.name(), "address", "nest-" + karla);
        assertThat(anna.act("POST", task, "/addresses", asked).status()).isEqualTo(202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(anna.opens(task).path("messages").findValuesAsText("delivery"))
                                .contains("AWAITS_CUSTOMER"));
    }

    @Test
    void theWayByWhichTheyWroteLastIsTakenElseTheFirstByName() {
        var flock = "flock-" + UUID.randomUUID().toString().substring(0, 8);
        var birds = Stream.of("b-", "a-", "c-")
                .map(name -> new CarrierPigeon(name + flock, flock))
                .toList();
        birds.forEach(channels::connect);
        transactions.inOne(() ->
                addresses.add(new Address(flock, karla), tickets.get(ticket).customer()));

        assertThat(ways.to(tickets.get(ticket), pigeon)).hasValue(new Way("a-" + flock, karla));
        inbox.receive(birds.get(2).brings(karla, "fresh " + karla, "By the way"));
        writes("And here again");
        assertThat(ways.to(tickets.get(ticket), pigeon)).hasValue(new Way("c-" + flock, karla));

        birds.forEach(bird -> channels.disconnect(bird.name()));
        assertThat(ways.to(tickets.get(ticket), pigeon)).isEmpty();
    }

    @Test
    void whoGoesOnElsewhereReadsThereWhatWaited() {
        pigeon.shuts(karla);
        replies(ANSWER, "wait");
        await().atMost(PATIENCE).until(() -> waiting().size() == 1);
        channels.connect(swallow);
        inbox.receive(new InboundMessage(
                swallow.name(), Conversation.known(ticket, "nest-" + karla), "s" + karla, "I am here now", null, "en"));

        timePasses(Duration.ofMinutes(5));

        assertThat(hears(swallow, message -> message.author() == Author.AGENT).address())
                .isEqualTo("nest-" + karla);
    }

    @Test
    void aWayThatIsDownIsNoWay() {
        hasAlso("nest");
        swallow.weather(message -> {
            throw new ChannelDown("winter");
        });
        inbox.receive(swallow.brings("somebody", "s" + karla, "I want to talk to a person"));
        await().atMost(PATIENCE)
                .until(() -> String.valueOf(health.health().getDetails().get(swallow.name()))
                        .contains("winter"));

        pigeon.shuts(karla);
        replies(ANSWER, "wait");

        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.AWAITS_CUSTOMER);
        assertThat(pigeon.invited()).containsExactly(karla);
    }

    @Test
    void nothingIsSentBackAndForthBetweenTwoWaysThatAreShut() {
        hasAlso("nest");
        swallow.shuts("nest-" + karla);
        pigeon.shuts(karla);

        replies(ANSWER, "wait");

        await().atMost(PATIENCE).until(() -> swallow.invited().contains("nest-" + karla));
        await().during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .until(() ->
                        fateOf(ANSWER).equals(new Fate(State.AWAITS_CUSTOMER, "the loft is shut", swallow.name())));
        assertThat(pigeon.invited()).isEmpty();
        assertThat(swallow.invited()).hasSize(1);
    }

    @Test
    void whoWritesJustWhenSomethingIsAboutToWaitReadsItAtOnce() {
        pigeon.shuts(karla);
        var tries = new AtomicInteger();
        pigeon.weather(message -> {
            if (tries.incrementAndGet() == 1) channels.hurry(pigeon.name(), karla);
            else pigeon.opens(karla);
        });

        replies(ANSWER, "wait");

        hears(pigeon, message -> message.author() == Author.AGENT);
        assertThat(tries).hasValue(2);
    }

    @Test
    void whoWritesInTheMomentInWhichTheThreeDaysEndReadsItAtOnce() {
        pigeon.shuts(karla);
        replies(ANSWER, "wait");
        await().atMost(PATIENCE).until(() -> waiting().size() == 1);
        var tries = new AtomicInteger();
        pigeon.weather(message -> {
            if (tries.incrementAndGet() == 1) channels.hurry(pigeon.name(), karla);
            else pigeon.opens(karla);
        });

        timePasses(Duration.ofDays(3));

        hears(pigeon, message -> message.author() == Author.AGENT);
        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).equals(new Fate(State.SENT, null, pigeon.name())));
        assertThat(notes()).noneMatch(note -> note.contains("for three days"));
    }

    @Test
    void whoStaysAwayForThreeDaysHasNotHeardAndAnAgentKnowsIt() {
        pigeon.shuts(karla);
        replies(ANSWER, "wait");
        await().atMost(PATIENCE).until(() -> waiting().size() == 1);
        assertThat(anna.find(ticket)).isEmpty();

        timePasses(Duration.ofDays(3));

        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.FAILED);
        assertThat(notes()).last().asString().contains(pigeon.name(), "for three days they have not");
        assertThat(anna.taskOf(ticket)).isNotEqualTo(task);
    }
}
