package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.Deliveries;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Undeliverable;
import io.tandem.process.Transactions;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Ticket;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** Nothing goes to a stranger, no machine talks to a machine, and what cannot be read waits for a person. */
class MailSafetyTest extends ByMail {

    private final String mallory = "mallory-" + UUID.randomUUID() + "@stranger.example";

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private ObjectProvider<Deliveries> deliveriesLater;

    @Autowired
    private AutomaticLimits limits;

    @Autowired
    private SentMails sent;

    @Autowired
    private Parties parties;

    @Autowired
    private Transactions transactions;

    @Test
    void aTicketsNumberIsNoKey() {
        var ticket = ticketOf(karlaIsAnswered());

        server.delivers(
                shop, mail(mallory, "Re: My parcel [#%d]".formatted(ticket.number()), "Where is it, mine of old?"));

        var other = ticketWith("mine of old");
        assertThat(other.id()).isNotEqualTo(ticket.id());
        assertThat(other.customer()).isNotEqualTo(ticket.customer());
        assertThat(saidByCustomer(ticket)).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notes(other))
                        .anySatisfy(note -> assertThat(note).contains(String.valueOf(ticket.number()))));
    }

    @Test
    void aForwardedKeyOpensNothingToAStranger() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);

        server.delivers(shop, mail(mallory, "Fwd: My parcel", "Send it to me instead, forwarded", answering(answer)));

        var other = ticketWith("instead, forwarded");
        assertThat(other.id()).isNotEqualTo(ticket.id());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notes(other))
                        .anySatisfy(note -> assertThat(note).contains(mallory)));
        assertThat(saidByCustomer(ticket)).hasSize(1);
        assertThat(tickets.get(ticket.id()).address()).contains(karla);
        hears(mallory, mail -> true);
        assertThat(server.mails(mallory))
                .allSatisfy(mail -> assertThat(subject(mail)).contains("#" + other.number()));
    }

    @Test
    void outOfOfficeIsNotedAndNeverAnswered() {
        var answer = karlaIsAnswered();

        server.delivers(
                shop,
                mail(
                        karla,
                        "Out of office",
                        "I am away until May.",
                        answering(answer),
                        "Auto-Submitted: auto-replied"));

        await().atMost(PATIENCE).until(() -> !notes(ticketOf(answer)).isEmpty());
        assertThat(notes(ticketOf(answer))).last().asString().contains("away until May");
        assertThat(saidByCustomer(ticketOf(answer))).hasSize(1);
        assertThat(fates()).containsExactly("TAKEN", "NOTED");
        assertThat(server.mails(karla)).hasSize(1);
    }

    @Test
    void aMailThatComesBackIsToldToTheAgents() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);

        server.delivers(shop, bounce(answer, karla, "5.2.2"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(ticket.id()).values())
                        .extracting(Deliveries.Fate::state)
                        .contains(Deliveries.State.FAILED));
        assertThat(notes(ticket)).anySatisfy(note -> assertThat(note).contains(karla));
        await().atMost(PATIENCE).until(() -> tickets.get(ticket.id()).withPerson());
    }

    /** Spam has forged senders: nobody's time is spent on what the bot answers to it. */
    @Test
    void whatNobodyReadsBringsNobodyUnlessTheyHaveBeenHereBefore() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);
        server.delivers(shop, bounce(answer, karla, "5.1.1"));
        isLost(ticket, 1);
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> !tickets.get(ticket.id()).withPerson());
        assertThat(notes(ticket))
                .anySatisfy(note -> assertThat(note).contains(karla))
                .noneSatisfy(note -> assertThat(note).endsWith(".."));

        server.delivers(shop, mail(karla, "Re: My parcel", "How long does a refund take?", answering(answer)));
        var second = hears(karla, mail -> !header(mail, "Message-ID").equals(header(answer, "Message-ID")));
        server.delivers(shop, bounce(second, karla, "5.1.1"));

        isLost(ticket, 2);
        await().atMost(PATIENCE).until(() -> tickets.get(ticket.id()).withPerson());
    }

    private void isLost(Ticket ticket, int messages) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(ticket.id()).values())
                        .filteredOn(fate -> fate.state() == Deliveries.State.FAILED)
                        .hasSize(messages));
    }

    @Test
    void aStrangerWhoKnowsOurMailCannotSayThatItDidNotArrive() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);

        server.delivers(shop, bounce(answer, mallory, "5.1.1"));

        await().atMost(PATIENCE).until(() -> !notes(ticket).isEmpty());
        assertThat(fates()).containsExactly("TAKEN", "NOTED");
        assertThat(deliveries.of(ticket.id()).values())
                .extracting(Deliveries.Fate::state)
                .containsOnly(Deliveries.State.SENT);
        assertThat(tickets.get(ticket.id()).withPerson()).isFalse();
    }

    /** Only the address at the end of an alias is named; and whoever makes it up brings a person once, not a thousand times. */
    @Test
    void whatComesBackFromBehindAnAliasIsLookedAtOnceByAPerson() {
        server.delivers(shop, mail(karla, "My parcel", "I want to talk to a person, behind an alias"));
        var ticket = ticketWith("person, behind an alias");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var answer = answers(anna, ticket, "Here I am.");

        server.delivers(shop, bounce(answer, "karla@far.example", "5.1.1"));

        var second = answers(anna, ticket, "Did you get that?");
        assertThat(rumours(ticket)).isOne();
        assertThat(deliveries.of(ticket.id()).values())
                .extracting(Deliveries.Fate::state)
                .doesNotContain(Deliveries.State.FAILED);

        for (int i = 0; i < 3; i++) server.delivers(shop, bounce(answer, mallory, "5.1.1"));
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("TAKEN", "NOTED", "NOTED", "NOTED", "NOTED")));
        assertThat(rumours(ticket)).isOne();
        assertThat(anna.find(ticket.id())).isEmpty();

        server.delivers(shop, bounce(second, "nobody at all", "5.0.0"));
        anna.taskOf(ticket.id());
        assertThat(rumours(ticket)).isEqualTo(2);
    }

    private MimeMessage answers(AgentAtDesk anna, Ticket ticket, String text) {
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        anna.replies(task, text, "wait");
        await().atMost(PATIENCE).until(() -> anna.find(ticket.id()).isEmpty());
        return hears(karla, mail -> text(mail).contains(text));
    }

    private long rumours(Ticket ticket) {
        return notes(ticket).stream()
                .filter(note -> note.startsWith("Somebody says"))
                .count();
    }

    @Test
    void whatIsSaidOfItInWordsCountsToo() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);
        var report = bounce(answer, "karla@far.example", "5.2.2");

        server.delivers(shop, report.replace("nobody of this name", "karla@far.example, generated from " + karla));

        isLost(ticket, 1);
    }

    @Test
    void twoSpellingsOfADomainAreOne() {
        var elsewhere = karla.replace("customer.example", "xn--bcher-kva.example");
        server.delivers(shop, mail(elsewhere, "My parcel", KNOWN));
        var answer = hears(elsewhere, mail -> true);

        server.delivers(shop, bounce(answer, karla.replace("customer.example", "bücher.example"), "5.2.2"));

        isLost(ticketOf(answer), 1);
    }

    private String bounce(MimeMessage ours, String recipient, String status) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@customer.example
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@customer.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                There is nobody of this name.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; customer.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(shop, UUID.randomUUID(), recipient, status, header(ours, "Message-ID"))
                .replace("\n", "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Precedence: bulk",
                "List-Id: <news.shop.example>",
                "Auto-Submitted: auto-generated",
                "X-Auto-Response-Suppress: All"
            })
    void whatAMachineSentIsKeptAsideAndNeverAnswered(String header) {
        server.delivers(shop, mail(karla, "News", "Buy now!", header));

        await().atMost(PATIENCE).until(() -> fates().equals(List.of("ASIDE")));
        assertThat(server.mails(karla)).isEmpty();
    }

    @Test
    void whereAPersonAnswersNothingIsHeldBackAnyMore() {
        var ticket = ticketOf(karlaIsAnswered()).id();
        var robot = MailAddress.of("robot-" + UUID.randomUUID() + "@customer.example")
                .orElseThrow();
        parties.add(ticket, robot, true);
        assertThat(parties.isQuiet(ticket, robot)).isTrue();

        parties.prove(ticket, robot);

        assertThat(parties.isQuiet(ticket, robot)).isFalse();
    }

    @Test
    void twoMachinesDoNotTalk() {
        var answer = karlaIsAnswered();

        // Karla's address is a shop's, too, that answers all that it gets.
        server.delivers(
                shop,
                mail(
                        karla,
                        "Re: " + subject(answer),
                        "Your request was received.",
                        answering(answer),
                        "Auto-Submitted: auto-replied",
                        "X-Loop: " + karla));

        await().atMost(PATIENCE).until(() -> fates().equals(List.of("TAKEN", "NOTED")));
        assertThat(server.mails(karla)).hasSize(1);
    }

    @Test
    void automaticMailsHaveALimitAndPeoplesHaveNone() {
        var ticket = ticketOf(karlaIsAnswered());
        var few = new MailLimits(DataSize.ofMegabytes(35), 3, 3, 3, 20, LIMITS.pollEvery());
        var limits = new AutomaticLimits(few, sent, parties, tickets, deliveriesLater, transactions);

        assertThat(admitted(limits, ticket.id(), true)).isTrue();
        assertThat(admitted(limits, ticket.id(), true)).isTrue();
        assertThat(admitted(limits, ticket.id(), true)).isFalse();
        assertThat(admitted(limits, ticket.id(), false)).isTrue();
    }

    /** The address was parted from the customer when it was about to go there. */
    @Test
    void whatIsGivenUpWhileItIsUnderWayMakesNobodyAPartOfTheTicket() {
        var ticket = ticketOf(karlaIsAnswered());
        var answer = messages.of(ticket.id()).get(1).id();
        sql.sql("update delivery set state = 'FAILED' where message = ?")
                .param(answer)
                .update();
        var there = MailAddress.of(mallory).orElseThrow();
        var message = new Outgoing(
                answer, ticket.id(), 1, "en", mallory, null, Author.BOT, null, true, "Hi", List.of(), List.of());
        var mail = new SentMail(answer, ticket.id(), mailbox().name(), mallory, "<" + answer + "@shop.example>");

        assertThatThrownBy(() -> limits.admit(message, mail, there)).isInstanceOf(Undeliverable.class);

        assertThat(parties.isKnown(ticket.id(), there)).isFalse();
    }

    private boolean admitted(AutomaticLimits limits, UUID ticket, boolean automatic) {
        var id = UUID.randomUUID();
        var author = automatic ? Author.BOT : Author.AGENT;
        var message =
                new Outgoing(id, ticket, 1, "en", karla, null, author, null, automatic, "Hi", List.of(), List.of());
        var to = MailAddress.of(karla).orElseThrow();
        var mail = new SentMail(id, ticket, mailbox().name(), karla, "<" + id + "@shop.example>");
        return limits.admit(message, mail, to);
    }

    @Test
    void theFirstAutomaticReplyRepeatsNothing() {
        server.delivers(shop, mail(karla, "Cheap pills at evil.example", KNOWN + " See evil.example/pills"));

        var answer = hears(karla, mail -> true);

        assertThat(subject(answer)).doesNotContain("pills");
        assertThat(text(answer)).doesNotContain("evil.example");
    }

    @Test
    void whatCannotBeTakenInWaitsForAPerson() {
        server.delivers(shop, "Subject: Nobody's\r\n\r\nWho am I?\r\n");
        server.delivers(
                shop, mail(karla, "Our newsletter", "A customer's question by the wrong program", "Precedence: bulk"));
        await().atMost(PATIENCE).until(() -> fates().size() == 2 && !fates().contains("RECEIVED"));

        var lea = AgentAtDesk.signsIn(port, "lea");
        var waiting =
                lea.send("GET", "/api/mails/quarantine?size=100", null).body().path("mails");
        assertThat(waiting.findValuesAsText("subject")).contains("Nobody's");
        var aside = lea.send("GET", "/api/mails/aside?size=100", null).body().path("mails");
        var ours = aside.findParents("mailbox").stream()
                .filter(mail -> mail.path("mailbox").asText().equals(mailbox().name()))
                .findFirst()
                .orElseThrow();
        assertThat(ours.path("reason").asText()).isNotBlank();
        var opened = lea.send("PUT", "/api/mails/quarantine/" + ours.path("id").asText() + "/ticket", null);
        assertThat(opened.status()).isEqualTo(200);
        var ticket = tickets.get(UUID.fromString(opened.body().path("ticket").asText()));
        assertThat(ticket.withPerson()).isTrue();
        isResolvedAndNobodyIsAskedHowItWas(ticket);
        assertThat(server.mails(karla)).hasSize(1);
    }

    private void isResolvedAndNobodyIsAskedHowItWas(Ticket ticket) {
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        anna.replies(task, "Thank you, we read it.", "resolve");
        await().atMost(PATIENCE).until(() -> tickets.get(ticket.id()).state() == Ticket.State.CLOSED);
        assertThat(messages.of(ticket.id()))
                .last()
                .satisfies(message -> assertThat(message.isFrom(Author.AGENT)).isTrue());
        hears(karla, mail -> text(mail).contains("Thank you, we read it."));
    }

    @Test
    void whoOpensTicketAfterTicketWaitsForAPerson() {
        for (int i = 0; i <= LIMITS.ticketsPerSender(); i++) {
            server.delivers(shop, mail(karla, "Matter " + i, "I want a person. Flood " + i));
        }

        await().atMost(PATIENCE)
                .until(() -> fates().size() == LIMITS.ticketsPerSender() + 1 && !fates().contains("RECEIVED"));
        assertThat(fates()).filteredOn("QUARANTINED"::equals).hasSize(1);
    }

    @Test
    void onlyLeadsAndOwnersSeeWhatWaits() {
        assertThat(new Http(port).send("GET", "/api/mails/quarantine", null).status())
                .isEqualTo(401);
        assertThat(AgentAtDesk.signsIn(port, "anna")
                        .send("GET", "/api/mails/quarantine", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyWritesHeadersOfOurs() {
        server.delivers(
                shop,
                mail(
                        karla,
                        "=?utf-8?q?My_parcel=0D=0ABcc:_victim=40stranger.example?=",
                        "I want to talk to a person, injected"));
        var ticket = ticketWith("person, injected");
        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        anna.replies(task, "Here I am.", "wait");

        var reply = hears(karla, mail -> text(mail).contains("Here I am."));

        assertThat(header(reply, "Bcc")).isNull();
        assertThat(server.mails("victim@stranger.example")).isEmpty();
    }
}
