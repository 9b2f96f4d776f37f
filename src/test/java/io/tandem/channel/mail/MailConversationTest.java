package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

/** A whole conversation by mail: with the bot, with a person, and how it was. */
class MailConversationTest extends ByMail {

    @Test
    void aMatterIsSettledByMail() {
        var answer = karlaIsAnswered();
        var asked = server.mails(shop).get(0);

        assertThat(header(answer, "In-Reply-To")).isEqualTo(header(asked, "Message-ID"));
        assertThat(header(answer, "References")).contains(header(asked, "Message-ID"));
        assertThat(header(answer, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(header(answer, "Reply-To")).contains("+");
        assertThat(subject(answer)).startsWith("Your request [#");
        assertThat(text(answer))
                .contains("working days")
                .contains("Talk to a person")
                .contains("/press#");
        var ticket = ticketOf(answer);

        server.delivers(
                shop,
                mail(
                        karla,
                        "Re: " + subject(answer),
                        "I want to talk to a person.\r\n\r\nOn Mon, 2 Nov 2026 at 10:12, Shop <support@shop.example> wrote:\r\n> Two to four days",
                        answering(answer)));
        await().atMost(PATIENCE).until(() -> tickets.get(ticket.id()).withPerson());
        assertThat(saidByCustomer(ticket)).last().isEqualTo("I want to talk to a person.");

        var anna = AgentAtDesk.signsIn(port, "anna");
        var task = anna.taskOf(ticket.id());
        anna.claimsInTasklist(task, "anna");
        assertThat(anna.replies(task, "It is on its way, *really*.", "resolve").status())
                .isEqualTo(200);
        var reply = hears(karla, mail -> text(mail).contains("*really*"));
        assertThat(header(reply, "Auto-Submitted")).isNull();
        assertThat(subject(reply)).isEqualTo("Re: My parcel [#%d]".formatted(ticket.number()));
        assertThat(text(reply)).contains("Anna");

        var question = hears(karla, mail -> text(mail).contains("rate:1:5"));
        assertThat(text(question)).contains("5 – very good");
        assertThat(server.allSeen(shop)).isTrue();
        assertThat(fates()).containsOnly("TAKEN");
    }

    @Test
    void answersKeepTheSubjectThatTheCustomerHasChosenLast() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);
        var task = asksForAnna(answer, "Fwd: AW: Two parcels [#%d]".formatted(ticket.number()));
        var anna = AgentAtDesk.signsIn(port, "anna");
        anna.claimsInTasklist(task, "anna");
        assertThat(anna.replies(task, "Both are on their way.", "wait").status())
                .isEqualTo(200);

        var reply = hears(karla, mail -> text(mail).contains("Both are"));

        assertThat(subject(reply)).isEqualTo("Re: Two parcels [#%d]".formatted(ticket.number()));
    }

    private String asksForAnna(MimeMessage answer, String subject) {
        server.delivers(shop, mail(karla, subject, "I want to talk to a person.", answering(answer)));
        return AgentAtDesk.signsIn(port, "anna").taskOf(ticketOf(answer).id());
    }

    /** Nobody has read it yet when it is noted. */
    @Test
    void whatIsNotedOnAnEnglishTicketAtOnceIsEnglish() {
        var ticket = ticketOf(karlaIsAnswered());

        server.delivers(
                shop,
                mail(
                        "mallory-" + karla,
                        "About [#%d]".formatted(ticket.number()),
                        "Please tell me where the parcel of my neighbour is, I want to talk to a person."));

        assertThat(notes(ticketWith("parcel of my neighbour")))
                .containsExactly("The subject names ticket %d. That proves nothing, so this is a ticket of its own."
                        .formatted(ticket.number()));
    }

    @Test
    void whoWritesToOurAddressWithItsKeyNeedsNoReferences() {
        var answer = karlaIsAnswered();
        var keyed = header(answer, "Reply-To").replaceAll(".*<|>.*", "");

        server.delivers(shop, mail(karla, "One more thing", "And to Austria?", "Cc: " + keyed));

        await().atMost(PATIENCE).until(() -> saidByCustomer(ticketOf(answer)).size() == 2);
    }
}
