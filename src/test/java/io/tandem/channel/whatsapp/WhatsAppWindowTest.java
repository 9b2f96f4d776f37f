package io.tandem.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.channel.Deliveries.Fate;
import io.tandem.channel.Deliveries.State;
import io.tandem.channel.whatsapp.CloudApi.Call;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http;
import io.tandem.story.OtherSystem;
import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** WhatsApp lets us write for a day after the customer's last message; after that they have to reply first. */
class WhatsAppWindowTest extends ByWhatsApp {

    private static final String ANSWER = "It is found.";
    private static final String CRM = "webhook-crm";

    @Autowired
    private Addresses addresses;

    @Autowired
    private Transactions transactions;

    private AgentAtDesk anna;
    private String task = "";

    @BeforeEach
    void annaIsThere() {
        anna = AgentAtDesk.signsIn(port, "anna");
    }

    @Test
    void theCustomerIsAskedToReplyAndReadsWhatWaitedThen() {
        var ticket = aDayAfter("I want to talk to a person");
        replies(anna, task, ANSWER, "resolve");

        var invitation = karla.hears(call -> call.type().equals("template"));
        assertThat(invitation.body().path("template"))
                .isEqualTo(Http.JSON.valueToTree(Map.of("name", "reply_waits", "language", Map.of("code", "en_GB"))));
        awaits(ticket, new Fate(State.AWAITS_CUSTOMER, "the customer has not written for 24 hours", "whatsapp"));
        timePasses(Duration.ofMinutes(5));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> invitations().size() == 1);

        var accepts = karla.message("button", Map.of("payload", "Read", "text", "Read"));
        accepts.putObject("context").put("from", "15550783881").put("id", invitation.id());
        karla.happens(accepts);

        karla.hears(call -> call.choices().size() == 5);
        assertThat(karla.heard())
                .extracting(Call::text)
                .containsSubsequence(ANSWER, "How was it for you? We would be glad about a rating.");
        assertThat(said(ticket)).doesNotContain("Read");
    }

    /** Anna has the ticket, and the customer has not written for a day. */
    private Ticket aDayAfter(String text) {
        karla.writes(text);
        var ticket = ticketOfKarla();
        karla.hears("Of course.");
        sql.sql("update whatsapp_window set open_until = ? where customer = ?")
                .params(Timestamp.from(Instant.now().minusSeconds(5)), karla.number())
                .update();
        task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        return ticket;
    }

    private void awaits(Ticket ticket, Fate fate) {
        await().atMost(CloudApi.PATIENCE).until(() -> fates(ticket).contains(fate));
    }

    private void timePasses(Duration time) {
        sql.sql("update delivery set due_at = ?, awaits_customer = ? where address = ? and awaits_customer is not null")
                .params(
                        Timestamp.from(Instant.now()),
                        Timestamp.from(Instant.now().minus(time)),
                        karla.number())
                .update();
    }

    private List<Call> invitations() {
        return karla.heard().stream()
                .filter(call -> call.type().equals("template"))
                .toList();
    }

    @Test
    void whoHasAnotherAddressReadsItThereAndIsNotInvited() {
        var ticket = aDayAfter("I want to talk to a person");
        var crm = OtherSystem.withCustomer(port);
        transactions.inOne(() -> addresses.add(new Address(CRM, crm.conversation()), ticket.customer()));

        replies(anna, task, ANSWER, "resolve");

        assertThat(crm.hears("agent").at("/message/text").asText()).startsWith("It is found");
        assertThat(crm.hears("system").at("/message/text").asText()).startsWith("How was it for you?");
        assertThat(crm.posted().stream()
                        .map(posted ->
                                OtherSystem.body(posted).at("/message/author").asText()))
                .containsExactly("agent", "system");
        awaits(ticket, new Fate(State.SENT, null, CRM));
        assertThat(invitations()).isEmpty();
        assertThat(messages.of(ticket.id()))
                .filteredOn(Message::internal)
                .extracting(Message::text)
                .filteredOn(note -> note.contains(crm.conversation()))
                .hasSize(1);
    }

    @Test
    void whatMetaRefusesSinceTheWindowIsClosedGoesElsewhere() {
        var ticket = aDayAfter("I want to talk to a person");
        karla.happens(karla.message("reaction", Map.of("message_id", "wamid.1", "emoji", "👍")));
        var crm = OtherSystem.withCustomer(port);
        transactions.inOne(() -> addresses.add(new Address(CRM, crm.conversation()), ticket.customer()));
        api.sending(CloudApi.no(400, 131_047));

        replies(anna, task, ANSWER, "wait");

        assertThat(crm.hears("agent").at("/message/text").asText()).startsWith("It is found");
        assertThat(windows.isOpen(karla.number())).isFalse();
    }

    @Test
    void whoDoesNotReplyForThreeDaysHasNotReadItAndTheAgentHearsOfIt() {
        var ticket = aDayAfter("I want to talk to a person");
        replies(anna, task, ANSWER, "wait");
        awaits(ticket, new Fate(State.AWAITS_CUSTOMER, "the customer has not written for 24 hours", "whatsapp"));

        timePasses(Duration.ofDays(3));

        await().atMost(CloudApi.PATIENCE)
                .until(() -> fates(ticket).stream().anyMatch(fate -> fate.state() == State.FAILED));
        assertThat(messages.of(ticket.id()))
                .last()
                .satisfies(note -> assertThat(note.text()).contains("whatsapp", "for three days"));
        assertThat(anna.taskOf(ticket.id())).isNotEqualTo(task);
    }

    @Test
    void manyMessagesAtOnceInviteOnce() throws Exception {
        var beginning = Collections.<Callable<Boolean>>nCopies(24, () -> windows.beginInvitation(karla.number()));
        var threads = Executors.newFixedThreadPool(8);
        try {
            var begun = 0;
            for (var one : threads.invokeAll(beginning)) if (one.get()) begun++;
            assertThat(begun).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        windows.notInvited(karla.number());
        assertThat(windows.beginInvitation(karla.number())).isTrue();
        windows.invited(karla.number(), "wamid.INVITATION");
        assertThat(windows.beginInvitation(karla.number())).isFalse();
        windows.opened(karla.number(), Instant.now());
        assertThat(windows.beginInvitation(karla.number())).isFalse();
    }

    @Test
    void aRefusalFromBeforeTheCustomerWroteClosesNothing() {
        windows.opened(karla.number(), Instant.now().minus(Duration.ofHours(23)));
        var before = windows.openUntil(karla.number()).orElseThrow();

        windows.opened(karla.number(), Instant.now());
        windows.closed(karla.number(), before);
        assertThat(windows.isOpen(karla.number())).isTrue();

        windows.closed(karla.number(), windows.openUntil(karla.number()).orElseThrow());
        assertThat(windows.isOpen(karla.number())).isFalse();
    }

    @Test
    void withoutATemplateWhatComesTooLateIsUndeliverable() {
        channels.disconnect(WhatsAppSettings.CHANNEL);
        connect(api.settings(""));
        var ticket = aDayAfter("I want to talk to a person");

        replies(anna, task, ANSWER, "wait");

        await().atMost(CloudApi.PATIENCE)
                .until(() -> fates(ticket).stream()
                        .anyMatch(fate -> fate.state() == State.FAILED
                                && String.valueOf(fate.reason()).contains("no template is configured")));
    }

    @Test
    void whatMetaTakesAndLetsThroughOnlyLaterWaitsLikeEveryMessageThatComesTooLate() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        var ticket = ticketOfKarla();
        awaits(ticket, new Fate(State.SENT, null, "whatsapp"));

        assertThat(karla.tells(karla.call(CloudApi.NUMBER, List.of(), List.of(reengagement(answer)))))
                .isEqualTo(200);

        var invitation = karla.hears(call -> call.type().equals("template"));
        awaits(ticket, new Fate(State.AWAITS_CUSTOMER, "the customer has not written for 24 hours", "whatsapp"));
        assertThat(windows.isOpen(karla.number())).isFalse();
        assertThat(tickets.get(ticket.id()).withPerson()).isFalse();

        var accepts = karla.message("button", Map.of("payload", "Read", "text", "Read"));
        accepts.put("timestamp", Long.toString(Instant.now().plusSeconds(5).getEpochSecond()));
        accepts.putObject("context").put("from", "15550783881").put("id", invitation.id());
        karla.happens(accepts);

        await().atMost(CloudApi.PATIENCE)
                .until(() -> karla.heard().stream()
                                .filter(call -> call.text().equals(answer.text()))
                                .count()
                        == 2);
        awaits(ticket, new Fate(State.SENT, null, "whatsapp"));
        assertThat(karla.tells(karla.call(CloudApi.NUMBER, List.of(), List.of(reengagement(answer)))))
                .isEqualTo(200);
        assertThat(fates(ticket)).containsExactly(new Fate(State.SENT, null, "whatsapp"));
    }

    @Test
    void whatDoesNotGetThroughToANumberThatIsSomebodyElsesIsNotSentAnew() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        var ticket = ticketOfKarla();
        awaits(ticket, new Fate(State.SENT, null, "whatsapp"));
        transactions.inOne(() -> addresses.remove(new Address("whatsapp", karla.number()), ticket.customer()));

        assertThat(karla.tells(karla.call(CloudApi.NUMBER, List.of(), List.of(reengagement(answer)))))
                .isEqualTo(200);

        assertThat(fates(ticket))
                .containsExactly(new Fate(State.FAILED, "the address is not the customer's any more", "whatsapp"));
        await().during(Duration.ofSeconds(2))
                .atMost(CloudApi.PATIENCE)
                .until(() -> invitations().isEmpty());
    }

    /** The old words stand in the chat still, with their buttons. */
    @Test
    void whoPressesUnderWordsThatWereNotForThemIsSomebodyNew() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        var ticket = ticketOfKarla();
        transactions.inOne(() -> addresses.remove(new Address("whatsapp", karla.number()), ticket.customer()));

        karla.presses(answer, "Talk to a person");

        assertThat(tickets.get(ticket.id()).withPerson()).isFalse();
        assertThat(ticketsOfKarla())
                .hasSize(2)
                .extracting(id -> tickets.get(id).customer())
                .doesNotHaveDuplicates();
        assertThat(said(ticket)).containsExactly(KNOWN);
    }

    @Test
    void whatComesBackWaitsForThreeDaysHoweverLongItHadWaitedBefore() {
        karla.writes(KNOWN);
        var answer = karla.hears(call -> call.type().equals("interactive"));
        var ticket = ticketOfKarla();
        awaits(ticket, new Fate(State.SENT, null, "whatsapp"));
        sql.sql("update delivery set awaits_customer = ? where address = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(4))), karla.number())
                .update();

        assertThat(karla.tells(karla.call(CloudApi.NUMBER, List.of(), List.of(reengagement(answer)))))
                .isEqualTo(200);

        karla.hears(call -> call.type().equals("template"));
        awaits(ticket, new Fate(State.AWAITS_CUSTOMER, "the customer has not written for 24 hours", "whatsapp"));
    }

    /** As Meta's documentation shows it. */
    private JsonNode reengagement(Call sent) {
        var status = Http.JSON
                .createObjectNode()
                .put("id", sent.id())
                .put("status", "failed")
                .put("timestamp", Long.toString(Instant.now().plusSeconds(2).getEpochSecond()))
                .put("recipient_id", karla.number());
        var error = status.putArray("errors")
                .addObject()
                .put("code", 131_047)
                .put("title", "Re-engagement message")
                .put("message", "Re-engagement message")
                .put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        error.putObject("error_data")
                .put(
                        "details",
                        "Message failed to send because more than 24 hours have passed since the customer last replied"
                                + " to this number.");
        return status;
    }

    @Test
    void metaKnowsBestWhetherTheWindowIsOpen() {
        api.sending(CloudApi.no(400, 131_047));
        karla.writes(KNOWN);
        await().atMost(CloudApi.PATIENCE).until(() -> !windows.isOpen(karla.number()));

        api.works();

        karla.hears(call -> call.type().equals("template"));
        karla.writes("I am here again");
        karla.hears(call -> call.type().equals("interactive"));
    }
}
