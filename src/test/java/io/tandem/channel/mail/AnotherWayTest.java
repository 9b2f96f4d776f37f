package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.CarrierPigeon;
import io.tandem.channel.Inbox;
import io.tandem.channel.Outgoing;
import io.tandem.story.AgentAtDesk;
import io.tandem.ticket.Message;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot reach a customer where their ticket is comes by mail, if they have proven an address of theirs. */
class AnotherWayTest extends ByMail {

    private static final Pattern CODE = Pattern.compile("\\d{4} \\d{4}");
    private static final String ANSWER = "It is found, Karla.";

    @Autowired
    private Inbox inbox;

    private final CarrierPigeon pigeon = new CarrierPigeon();
    private final String loft = "loft-" + UUID.randomUUID();
    private UUID ticket;
    private AgentAtDesk anna;
    private String task;

    @BeforeEach
    void annaHasATicketByPigeon() {
        channels.connect(pigeon);
        ticket = writes("I want to talk to a person");
        arrives("Of course.");
        anna = AgentAtDesk.signsIn(port, "anna");
        task = anna.taskOf(ticket);
        anna.claimsInTasklist(task, "anna");
    }

    @AfterEach
    void setFree() {
        channels.disconnect(pigeon.name());
    }

    private UUID writes(String text) {
        return inbox.receive(pigeon.brings(loft, UUID.randomUUID().toString(), text))
                .ticket();
    }

    private void arrives(String beginning) {
        await().atMost(PATIENCE)
                .until(() ->
                        pigeon.arrived().stream().map(Outgoing::markdown).anyMatch(text -> text.startsWith(beginning)));
    }

    private void provesHerMail() {
        var asked = Map.of("channel", mailbox().name(), "address", karla);
        assertThat(anna.act("POST", task, "/addresses", asked).status()).isEqualTo(202);
        var mail = hears(karla, one -> CODE.matcher(text(one)).find());
        writes(CODE.matcher(text(mail))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow());
        arrives("Thank you, the code is right.");
    }

    @Test
    void theAnswerComesByMailAndAReplyToThatGoesOnOnTheTicket() {
        provesHerMail();
        pigeon.shuts(loft);

        assertThat(anna.replies(task, ANSWER, "wait").status()).isEqualTo(200);

        var mail = hears(karla, one -> text(one).contains(ANSWER));
        assertThat(header(mail, "Auto-Submitted")).isNull();
        assertThat(notes(tickets.get(ticket))).anyMatch(note -> note.contains(pigeon.name()) && note.contains(karla));
        server.delivers(shop, mail(karla, "Re: " + subject(mail), "That is good news by mail.", answering(mail)));
        await().atMost(PATIENCE)
                .until(() -> saidByCustomer(tickets.get(ticket)).contains("That is good news by mail."));
        assertThat(tickets.get(ticket).channel()).isEqualTo(mailbox().name());
        assertThat(tickets.get(ticket).address()).hasValue(karla);

        var again = anna.taskOf(ticket);
        var answer = anna.opens(again).path("messages").findValuesAsText("text").indexOf(ANSWER);
        assertThat(anna.opens(again)
                        .path("messages")
                        .get(answer)
                        .path("channel")
                        .asText())
                .isEqualTo(mailbox().name());
    }

    /** An old mail lies there still, with the key of the ticket. */
    @Test
    void whoeverAnswersFromAnAddressThatWasPartedIsSomebodyNew() {
        provesHerMail();
        pigeon.shuts(loft);
        assertThat(anna.replies(task, ANSWER, "wait").status()).isEqualTo(200);
        var mail = hears(karla, one -> text(one).contains(ANSWER));
        writes("I read no mails any more");
        var removal = Map.of("kind", "mail", "address", karla, "note", "A household shares it");
        assertThat(anna.act("POST", anna.taskOf(ticket), "/addresses/removals", removal)
                        .status())
                .isEqualTo(204);

        var words = "That was for my brother, I want to talk to a person " + loft;
        server.delivers(shop, mail(karla, "Re: " + subject(mail), words, answering(mail)));

        var fresh = ticketWith(words);
        assertThat(fresh.id()).isNotEqualTo(ticket);
        assertThat(fresh.customer()).isNotEqualTo(tickets.get(ticket).customer());
        assertThat(tickets.get(ticket).address()).hasValue(loft);
        assertThat(saidByCustomer(tickets.get(ticket))).doesNotContain(words);
    }

    /** A mail that somebody sent in her name made no address hers. */
    @Test
    void anAddressThatIsNotProvenGetsNothing() {
        var asked = Map.of("channel", mailbox().name(), "address", karla);
        assertThat(anna.act("POST", task, "/addresses", asked).status()).isEqualTo(202);
        arrives("We have sent a code");
        pigeon.shuts(loft);

        assertThat(anna.replies(task, ANSWER, "wait").status()).isEqualTo(200);

        await().atMost(PATIENCE).until(() -> pigeon.invited().contains(loft));
        assertThat(server.mails(karla)).noneMatch(mail -> text(mail).contains(ANSWER));
        assertThat(messages.of(ticket))
                .filteredOn(Message::internal)
                .noneMatch(note -> note.text().contains("takes nothing"));
    }
}
