package io.tandem.channel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.CustomerInChat;
import io.tandem.story.Http.Answer;
import io.tandem.story.OtherSystem;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Message;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two addresses belong to one customer when somebody who reads at one writes from the other, and not before. */
@TandemRuns
class IdentityTest {

    private static final String CHANNEL = "webhook-crm";
    private static final Pattern CODE = Pattern.compile("\\*\\*(\\d{4}) (\\d{4})\\*\\*");

    @LocalServerPort
    private int port;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient sql;

    private CustomerInChat karla;
    private OtherSystem crm;
    private AgentAtDesk anna;
    private String task;

    @BeforeEach
    void annaHasKarlasTicket() {
        crm = OtherSystem.withCustomer(port);
        karla = CustomerInChat.writes(port, "en", "Let me talk to a person please");
        anna = AgentAtDesk.signsIn(port, "anna");
        task = anna.taskOf(karla.ticket());
    }

    @Test
    void whoKnowsTheCodeIsOneCustomerAndAllTicketsAreTheirs() {
        var before = ticketOf(crm.writes("Let me talk to a person please"));
        assertThat(customer(before)).isNotEqualTo(customer(karla.ticket()));
        assertThat(proposes().status()).isEqualTo(202);
        assertThat(karla.hears("system", said("We have sent a code"))
                        .path("text")
                        .asText())
                .doesNotContain(crm.conversation());

        karla.writes(code());

        karla.hears("system", said("the code is right"));
        var later = customer(karla.ticket());
        assertThat(customer(before)).isEqualTo(later);
        assertThat(messages.of(karla.ticket()))
                .filteredOn(Message::internal)
                .extracting(Message::text)
                .anyMatch(note -> note.startsWith("Anna has asked whether " + crm.conversation()))
                .anyMatch(note -> note.startsWith("Confirmed: " + crm.conversation()));
        assertThat(addresses().at("/asked/0/state").asText()).isEqualTo("PROVEN");
        assertThat(addresses().at("/known/0/address").asText()).isEqualTo(crm.conversation());
        assertThat(tickets.get(karla.ticket()).withPerson()).isTrue();
        assertThat(ticketOf(crm.writes("One more thing"))).isEqualTo(before);
    }

    @Test
    void whileEverybodyWritesNoTicketIsLeftBehind() throws Exception {
        crm.writes("Let me talk to a person please");
        proposes();
        var code = code();
        var threads = Executors.newFixedThreadPool(6);
        try {
            var writing = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> {
                        if (i == 6) karla.writes(code);
                        else if (i % 2 == 0) karla.writes("And " + i);
                        else assertThat(crm.writes("And " + i).status()).isEqualTo(200);
                    }))
                    .toList();
            for (var one : writing) one.get();
        } finally {
            threads.shutdown();
        }

        karla.hears("system", said("the code is right"));
        assertThat(sql.sql("select count(distinct t.customer) from ticket t join message m on m.ticket = t.id"
                                + " where t.id = ? or t.address = ?")
                        .params(karla.ticket(), crm.conversation())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from message m join ticket t on t.id = m.ticket"
                                + " where (t.id = ? or t.address = ?) and m.text like 'And %'")
                        .params(karla.ticket(), crm.conversation())
                        .query(Long.class)
                        .single())
                .isEqualTo(11);
    }

    @Test
    void anAddressThatNobodyKnowsGetsTheSameAnswerAndIsTheCustomersThen() {
        var known = OtherSystem.withCustomer(port);
        known.writes("Hello");
        var unknown = proposes();
        var alike = anna.act("POST", task, "/addresses", Map.of("channel", CHANNEL, "address", known.conversation()));
        assertThat(alike.status()).isEqualTo(unknown.status());
        assertThat(alike.raw().body()).isEqualTo(unknown.raw().body());
        assertThat(proposes().status()).isEqualTo(202); // the latest question counts

        karla.writes("Code: " + codes(2).get(1) + "\n\nBest regards, Karla");

        karla.hears("system", said("the code is right"));
        assertThat(ticketOf(crm.writes("It is me"))).isEqualTo(karla.ticket());
    }

    @Test
    void theMessageToTheOtherAddressSaysWhoAsksAndLeadsToNoTicket() {
        proposes();
        var posted = crm.hears("system");

        assertThat(posted.at("/message/text").asText()).contains("Anna", "give the code to nobody");
        assertThat(posted.path("ticket").asText()).isNotEqualTo(karla.ticket().toString());
        assertThat(posted.path("number").asLong()).isZero();
        assertThat(posted.at("/message/buttons")).isEmpty();
        assertThat(messages.of(karla.ticket()))
                .noneMatch(message -> message.text().contains(code()));
        assertThat(sql.sql("select count(*) from address_proof where code_hash like ?")
                        .param("%" + code().replace(" ", "") + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        var reply = ticketOf(crm.writes(code()));
        assertThat(reply).isNotEqualTo(karla.ticket());
        assertThat(customer(reply)).isNotEqualTo(customer(karla.ticket()));
    }

    @Test
    void noAgentProvesAnything() {
        proposes();

        anna.replies(task, code(), "wait");
        anna.notes(task, code());

        assertThat(addresses().at("/asked/0/state").asText()).isEqualTo("ASKED");
        assertThat(addresses().path("known")).isEmpty();
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsAMessageLikeAnother() {
        proposes();
        var right = code();
        var wrong = right.equals("0000 0000") ? "0000 0001" : "0000 0000";

        for (int left = 4; left >= 0; left--) {
            karla.writes(wrong);
            karla.hears("system", said("You have " + left + " more tries"));
        }
        karla.writes(right);

        assertThat(addresses().at("/asked/0/state").asText()).isEqualTo("EXPIRED");
        assertThat(addresses().path("known")).isEmpty();
        assertThat(karla.messages()).noneMatch(said("the code is right"));
    }

    @Test
    void theSameWrongCodeThatArrivesTwiceIsOneTry() {
        proposes();
        var wrong = code().equals("0000 0000") ? "0000 0001" : "0000 0000";
        var once = Map.of("text", wrong, "id", "m" + UUID.randomUUID());

        karla.send("POST", "/messages", once);
        karla.send("POST", "/messages", once);

        assertThat(sql.sql("select tries from address_proof where ticket = ?")
                        .param(karla.ticket())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCodeIsSoonWorthNothing() {
        proposes();
        var code = code();
        sql.sql("update address_proof set expires_at = asked_at where ticket = ?")
                .param(karla.ticket())
                .update();

        karla.writes(code);

        assertThat(addresses().at("/asked/0/state").asText()).isEqualTo("EXPIRED");
        assertThat(addresses().path("known")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My order is 12345678", "123456789", "1234 567", "12345678 is my order", "Hello\n12345678"})
    void whatIsNoCodeIsReadAsEver(String words) {
        proposes();

        karla.writes(words);

        assertThat(sql.sql("select tries from address_proof where ticket = ?")
                        .param(karla.ticket())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyIsFloodedWithCodes() {
        assertThat(proposes().status()).isEqualTo(202);
        assertThat(proposes().status()).isEqualTo(202);

        var third = proposes();

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.body().path("detail").asText()).isNotBlank();
    }

    @Test
    void whatIsNoChannelOrNoAddressIsSaid() {
        for (var wrong : List.of(
                Map.of("channel", "web", "address", "karla"),
                Map.of("channel", "nothing", "address", "karla"),
                Map.of("channel", CHANNEL, "address", " "),
                Map.of("channel", CHANNEL, "address", "x".repeat(321)),
                Map.of())) {
            assertThat(anna.act("POST", task, "/addresses", wrong).status()).isEqualTo(400);
        }
    }

    @Test
    void anAddressIsRemovedWithAWordWhyAndIsSomebodyNewThen() {
        proposes();
        karla.writes(code());
        karla.hears("system", said("the code is right"));

        assertThat(removes(" ").status()).isEqualTo(400);
        assertThat(removes("It is her mother's").status()).isEqualTo(204);
        assertThat(removes("It is her mother's").status()).isEqualTo(404);

        assertThat(addresses().path("known")).isEmpty();
        assertThat(messages.of(karla.ticket()))
                .extracting(Message::text)
                .anyMatch(note -> note.startsWith("Anna has removed") && note.endsWith("It is her mother's"));
        var somebody = ticketOf(crm.writes("Hello"));
        assertThat(customer(somebody)).isNotEqualTo(customer(karla.ticket()));
    }

    @Test
    void theAddressByWhichTheCustomerWritesStays() {
        var ticket = ticketOf(crm.writes("Let me talk to a person please"));
        var theirs = anna.taskOf(ticket);

        var refused = anna.act(
                "POST",
                theirs,
                "/addresses/removals",
                Map.of("kind", CHANNEL, "address", crm.conversation(), "note", "why not"));

        assertThat(refused.status()).isEqualTo(409);
    }

    private Answer proposes() {
        return anna.act("POST", task, "/addresses", Map.of("channel", CHANNEL, "address", crm.conversation()));
    }

    private Answer removes(String why) {
        return anna.act(
                "POST",
                task,
                "/addresses/removals",
                Map.of("kind", CHANNEL, "address", crm.conversation(), "note", why));
    }

    private JsonNode addresses() {
        return anna.act("GET", task, "/addresses", null).body();
    }

    private String code() {
        return codes(1).get(0);
    }

    /** All that were posted, in order. */
    private List<String> codes(int atLeast) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> crm.posted().stream()
                                .map(request -> CODE.matcher(OtherSystem.body(request)
                                        .at("/message/text")
                                        .asText()))
                                .filter(Matcher::find)
                                .map(found -> found.group(1) + " " + found.group(2))
                                .toList(),
                        codes -> codes.size() >= atLeast);
    }

    private static Predicate<JsonNode> said(String words) {
        return message -> message.path("text").asText().contains(words);
    }

    private UUID customer(UUID ticket) {
        return tickets.get(ticket).customer();
    }

    private static UUID ticketOf(Answer answer) {
        return UUID.fromString(answer.body().path("ticket").asText());
    }
}
