package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.story.AgentAtDesk;
import org.junit.jupiter.api.Test;

/** A mail in a customer's name: whoever works on its ticket reads that the mail server doubts it. */
class MailSendersTest extends ByMail {

    private static final String SERVER = "mx.shop.example";
    private static final String FAILED =
            "Authentication-Results: " + SERVER + "; dmarc=fail header.from=customer.example";

    @Override
    MailSettings.Connection connection() {
        var usual = super.connection();
        return new MailSettings.Connection(
                usual.address(), usual.imap(), usual.smtp(), usual.sender(), null, null, null, true, SERVER);
    }

    @Test
    void aForgedMailIsATicketWithAWarning() {
        server.delivers(shop, mail(karla, "My parcel", "I want a person. Send it to my new address", FAILED));

        var first = firstWords("I want a person. Send it to my new address");

        assertThat(first.path("author").asText()).isEqualTo("customer");
        assertThat(first.path("doubted").asBoolean()).isTrue();
    }

    @Test
    void whatNobodyDoubtsHasNone() {
        server.delivers(
                shop,
                mail(
                        karla,
                        "My parcel",
                        "I want a person. It is really me",
                        "Authentication-Results: " + SERVER + "; dmarc=pass header.from=customer.example",
                        "Authentication-Results: mx.stranger.example; dmarc=fail"));

        assertThat(firstWords("I want a person. It is really me")
                        .path("doubted")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void theDoubtGoesAlongWithAReply() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);

        server.delivers(
                shop, mail(karla, "Re: My parcel", "Send it elsewhere, I want a person", answering(answer), FAILED));
        ticketWith("Send it elsewhere, I want a person");

        assertThat(messages.of(ticket.id()))
                .filteredOn(message -> message.text().startsWith("Send it elsewhere"))
                .allSatisfy(message -> assertThat(message.senderDoubted()).isTrue())
                .hasSize(1);
        assertThat(messages.of(ticket.id()).get(0).senderDoubted()).isFalse();
    }

    private JsonNode firstWords(String text) {
        var ticket = ticketWith(text);
        var anna = AgentAtDesk.signsIn(port, "anna");
        return anna.opens(anna.taskOf(ticket.id())).path("messages").path(0);
    }
}
