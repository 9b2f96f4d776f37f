package io.tandem.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Deliveries.State;
import io.tandem.process.Transactions;
import io.tandem.story.Http.Answer;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Words;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An address that turns out not to be the customer's: whoever reads there now reads nothing of them. */
class PartedAddressesTest extends ByPigeon {

    private static final String ANSWER = "It is found.";
    private static final String LATER = "It is on its way.";

    @Autowired
    private Addresses addresses;

    @Autowired
    private Customers customers;

    @Autowired
    private Transactions transactions;

    @Autowired
    private OtherWays ways;

    private final CarrierPigeon swallow = new CarrierPigeon();
    private final String nest = "nest-" + karla;

    @BeforeEach
    void karlaIsAlsoKnownToTheSwallow() {
        channels.connect(swallow);
        transactions.inOne(() -> addresses.add(
                new Address(swallow.name(), nest), tickets.get(ticket).customer()));
    }

    @AfterEach
    void setSwallowFree() {
        channels.disconnect(swallow.name());
    }

    private Answer parts(String from, CarrierPigeon bird, String address) {
        return anna.act(
                "POST",
                from,
                "/addresses/removals",
                Map.of(
                        "kind",
                        bird.addresses(),
                        "address",
                        address,
                        "note",
                        "The number belongs to somebody else now"));
    }

    /** The answer was about to go to the nest, since the loft takes nothing; then she writes from the loft again. */
    private void anAnswerWaitsForTheNest() {
        swallow.shuts(nest);
        pigeon.shuts(karla);
        replies(ANSWER, "wait");
        await().atMost(PATIENCE)
                .until(() -> swallow.name().equals(fateOf(ANSWER).channel()));
        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.AWAITS_CUSTOMER);
        pigeon.opens(karla);
        task = anna.taskOf(writes("Is there anything new?").ticket());
    }

    @Test
    void whatWaitsThereGoesWhereTheTicketGoesOn() {
        anAnswerWaitsForTheNest();

        assertThat(parts(task, swallow, nest).status()).isEqualTo(204);
        swallow.opens(nest);
        channels.hurry(swallow.name(), nest);

        assertThat(hears(pigeon, message -> message.author() == Author.AGENT).address())
                .isEqualTo(karla);
        assertThat(swallow.arrived()).isEmpty();
        await().atMost(PATIENCE).until(() -> fateOf(ANSWER).state() == State.SENT);
        assertThat(fateOf(ANSWER).channel()).isEqualTo(pigeon.name());
    }

    @Test
    void whatIsJustOnItsWayThereIsNotTriedAgainAndAnAgentHearsOfIt() {
        anAnswerWaitsForTheNest();
        sql.sql("update delivery set claimed_until = ? where address = ?")
                .params(Timestamp.from(Instant.now().plusSeconds(40)), nest)
                .update();

        assertThat(parts(task, swallow, nest).status()).isEqualTo(204);

        assertThat(fateOf(ANSWER).state()).isEqualTo(State.FAILED);
        assertThat(notes()).anyMatch(note -> note.contains(nest + " is not theirs any more"));
        swallow.opens(nest);
        channels.hurry(swallow.name(), nest);
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> swallow.arrived().isEmpty());
    }

    private UUID anotherMatter() {
        var there = Conversation.fresh(nest);
        return inbox.receive(new InboundMessage(
                        swallow.name(), there, "s" + karla, "I want to talk to a person", null, "en"))
                .ticket();
    }

    @Test
    void anotherOpenTicketGoesOnByTheWayThatIsLeft() {
        var other = anotherMatter();
        hears(swallow, message -> message.ticket().equals(other));
        var heard = swallow.arrived().size();
        swallow.shuts(nest);
        var theirs = anna.taskOf(other);
        anna.claimsInTasklist(theirs, "anna");

        assertThat(parts(task, swallow, nest).status()).isEqualTo(204);
        assertThat(anna.replies(theirs, LATER, "wait").status()).isEqualTo(200);

        assertThat(hears(pigeon, message -> message.author() == Author.AGENT).address())
                .isEqualTo(karla);
        assertThat(swallow.arrived()).hasSize(heard);
        assertThat(tickets.get(other).address()).hasValue(karla);
        assertThat(messages.of(other))
                .filteredOn(Message::internal)
                .extracting(Message::text)
                .anyMatch(note -> note.contains(karla) && note.contains("not this customer's any more"));
    }

    @Test
    void ifNoWayIsLeftForAnOpenTicketTheAgentReadsWhichOneAndNothingChanges() {
        var other = anotherMatter();
        inbox.receive(new InboundMessage("web", Conversation.known(ticket), "w" + karla, "By chat now", null, "en"));
        var customer = tickets.get(ticket).customer();
        transactions.inOne(() -> addresses.remove(new Address(pigeon.name(), karla), customer));

        var refused = parts(task, swallow, nest);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asText())
                .contains("Ticket " + tickets.get(other).number());
        assertThat(addresses.of(customer)).containsExactly(new Address(swallow.name(), nest));
        assertThat(tickets.get(other).address()).hasValue(nest);
    }

    /** Whoever was just writing had not committed it when the address was parted. */
    @Test
    void whatIsSaidThereInTheSameMomentGoesWhereTheTicketGoesOn() throws Exception {
        var other = anotherMatter();
        hears(swallow, message -> message.ticket().equals(other));
        swallow.shuts(nest);
        var removal = new CompletableFuture<Answer>();

        transactions.inOne(() -> {
            says(other, LATER);
            removal.completeAsync(() -> parts(task, swallow, nest));
            pause(Duration.ofMillis(400));
        });

        assertThat(removal.get(30, TimeUnit.SECONDS).status()).isEqualTo(204);
        assertThat(hears(pigeon, message -> message.markdown().equals(LATER)).address())
                .isEqualTo(karla);
    }

    /** It waits: nobody takes it up before the address is parted. */
    private UUID says(UUID id, String text) {
        channels.say(tickets.lock(id), Words.ofSystem(text));
        var message = messages.of(id).stream()
                .filter(one -> one.text().equals(text))
                .map(Message::id)
                .findFirst()
                .orElseThrow();
        sql.sql("update delivery set due_at = ? where message = ?")
                .params(Timestamp.from(Instant.now().plusSeconds(3600)), message)
                .update();
        return message;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final CountDownLatch inTheAir = new CountDownLatch(1);
    private final CountDownLatch lands = new CountDownLatch(1);

    /** The swallow has had the answer in its claws for so long already that operators would hear of it. */
    private void theAnswerIsUnderWay(@Nullable RuntimeException outcome) throws Exception {
        swallow.weather(message -> {
            inTheAir.countDown();
            pause(lands);
            if (outcome != null) throw outcome;
        });
        sql.sql("update delivery set due_at = ?, queued_at = ? where address = ?")
                .params(
                        Timestamp.from(Instant.now()),
                        Timestamp.from(Instant.now().minusSeconds(120)),
                        nest)
                .update();
        assertThat(inTheAir.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasOnItsWayThereAndFailsIsNoMatterForOperators() throws Exception {
        anAnswerWaitsForTheNest();
        theAnswerIsUnderWay(new IllegalStateException("a storm"));

        assertThat(parts(task, swallow, nest).status()).isEqualTo(204);
        lands.countDown();

        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> fateOf(ANSWER).state() == State.FAILED && incidents() == 0);
    }

    private long incidents() {
        return sql.sql("select count(*) from delivery d join message m on m.id = d.message where m.ticket = ?"
                        + " and d.incident is not null")
                .param(ticket)
                .query(Long.class)
                .single();
    }

    @Test
    void whoeverReadsThereNowIsNotInvited() throws Exception {
        anAnswerWaitsForTheNest();
        var invited = swallow.invited().size();
        theAnswerIsUnderWay(null);

        assertThat(parts(task, swallow, nest).status()).isEqualTo(204);
        lands.countDown();

        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> fateOf(ANSWER).state() == State.FAILED
                        && swallow.invited().size() == invited);
    }

    @Test
    void operatorsHaveNothingToMendAnyMore() throws Exception {
        anAnswerWaitsForTheNest();
        theAnswerIsUnderWay(new IllegalStateException("a storm"));
        lands.countDown();
        await().atMost(PATIENCE).until(() -> incidents() == 1);
        sql.sql("update delivery set claimed_until = ?, due_at = ? where address = ?")
                .params(
                        Timestamp.from(Instant.now().plusSeconds(40)),
                        Timestamp.from(Instant.now().plusSeconds(3600)),
                        nest)
                .update();

        assertThat(parts(task, swallow, nest).status()).isEqualTo(204);

        assertThat(fateOf(ANSWER).state()).isEqualTo(State.FAILED);
        assertThat(incidents()).isZero();
        assertThat(sql.sql("select count(*) from act_ru_incident where incident_type_ = ? and incident_msg_ like ?")
                        .params(DeliveryIncidents.KIND, swallow.name() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatTandemSaysByItselfWithoutAnAddressIsNoMatterForOperators() {
        var other = anotherMatter();
        hears(swallow, message -> message.ticket().equals(other));

        transactions.inOne(() -> {
            var there = tickets.lock(other);
            there.reachedBy(swallow.name(), null);
            channels.say(there, Words.ofSystem("How was it for you?"));
        });

        await().atMost(PATIENCE)
                .until(() -> deliveries.of(other).values().stream().anyMatch(fate -> fate.state() == State.FAILED));
        assertThat(sql.sql("select count(*) from delivery d join message m on m.id = d.message where m.ticket = ?"
                                + " and d.incident is not null")
                        .param(other)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aWayThatIsSomebodyElsesIsNoWay() {
        var there = inbox.receive(new InboundMessage(
                        swallow.name(), Conversation.known(ticket, nest), "k" + karla, "From the nest", null, "en"))
                .ticket();
        assertThat(ways.to(tickets.get(there), pigeon)).hasValue(new OtherWays.Way(swallow.name(), nest));

        transactions.inOne(() -> {
            addresses.remove(
                    new Address(swallow.name(), nest), tickets.get(ticket).customer());
            addresses.add(
                    new Address(swallow.name(), nest),
                    customers.welcome("Somebody else").id());
        });

        assertThat(ways.to(tickets.get(there), pigeon)).isEmpty();
    }
}
