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
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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
