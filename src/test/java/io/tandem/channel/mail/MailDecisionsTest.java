package io.tandem.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tandem.channel.mail.StoredMail.Reason;
import io.tandem.story.AgentAtDesk;
import io.tandem.story.Http.Answer;
import io.tandem.ticket.Message;
import io.tandem.ticket.Message.Author;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lea reads the mails of which no ticket could be made, and decides what becomes of each. */
class MailDecisionsTest extends ByMail {

    @Autowired
    private MailIntake intake;

    private AgentAtDesk lea;

    @BeforeEach
    void signIn() {
        lea = AgentAtDesk.signsIn(port, "lea");
    }

    @Test
    void aMailIsReadAsTextAndNeverAsHtml() {
        var html = "<p>Dear <b>all</b></p><script>alert(1)</script><img src=\"https://evil.example/x.png\">";
        server.delivers(
                shop,
                mail(
                        karla,
                        "News",
                        "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
                                + "\r\n--b\r\nContent-Type: text/plain; name=\"list.txt\"\r\nContent-Disposition: attachment;"
                                + " filename=\"list.txt\"\r\n\r\none, two\r\n--b--\r\n",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/mixed; boundary=\"b\"",
                        "Precedence: bulk"));
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("ASIDE")));
        var mail = only("aside");

        var read = lea.send("GET", "/api/mails/quarantine/" + id(mail), null);

        assertThat(read.body().path("text").asText()).contains("Dear all").doesNotContain("<", "alert", "evil");
        assertThat(read.body().path("source").asBoolean()).isFalse();
        assertThat(read.body().path("files").path(0).path("name").asText()).isEqualTo("list.txt");
        isForNobodyElse(read);
        assertThat(acts(mail)).containsExactly("TICKET", "DISMISS");
    }

    private static void isForNobodyElse(Answer answer) {
        var headers = answer.raw().headers();
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "object-src 'none'");
    }

    @Test
    void whatCannotBeReadIsShownAsItTravelled() {
        server.delivers(shop, "Subject: Nobody's\r\nX-Odd: <b>\r\n\r\n\r\n");
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("QUARANTINED")));
        var mail = only("quarantine");

        var read = lea.send("GET", "/api/mails/quarantine/" + id(mail), null).body();

        assertThat(read.path("source").asBoolean()).isTrue();
        assertThat(read.path("text").asText()).contains("Subject: Nobody's", "X-Odd: <b>");
        assertThat(acts(mail)).as("another try would find nobody either").containsExactly("DISMISS");
    }

    @Test
    void ofAMailThatIsNotHereNoTicketIsOffered() {
        stopReading();
        intake.storeHead(mailbox(), "uid/1/7", new byte[0], 700_000, Reason.NOT_FETCHED);
        var mail = only("quarantine");

        assertThat(acts(mail)).containsExactly("AGAIN", "DISMISS");
        assertThat(mail.path("here").asBoolean(true)).isFalse();
        assertThat(lea.send("PUT", "/api/mails/quarantine/" + id(mail) + "/ticket", null)
                        .status())
                .isEqualTo(409);

        lea.send("POST", "/api/mails/quarantine/" + id(mail) + "/attempts", null);

        assertThat(only("quarantine").path("asked").asBoolean()).isTrue();
        assertThat(acts(only("quarantine"))).containsExactly("DISMISS");

        readAgain();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(only("quarantine").path("reason").asText())
                                .endsWith("not in the mailbox any longer."));
    }

    @Test
    void ofALargeMailThereIsATicketThatSaysWhereItIs() {
        stopReading();
        var head = mail(karla, "All my pictures, by mail", "").getBytes(UTF_8);
        intake.storeHead(mailbox(), "uid/1/8", head, LIMITS.mailSize().toBytes() + 1, Reason.TOO_LARGE);
        var mail = only("quarantine");
        assertThat(acts(mail)).containsExactly("TICKET", "DISMISS");

        var opened = lea.send("PUT", "/api/mails/quarantine/" + id(mail) + "/ticket", null);

        var ticket = tickets.get(UUID.fromString(opened.body().path("ticket").asText()));
        assertThat(opened.body().path("number").asLong()).isEqualTo(ticket.number());
        assertThat(saidByCustomer(ticket)).containsExactly("All my pictures, by mail");
        assertThat(notes(ticket))
                .anySatisfy(note -> assertThat(note).contains(mailbox().name()));
    }

    @Test
    void aTicketOfWhatNoPersonWroteSaysSoAndOpensInTasklist() {
        server.delivers(shop, mail(karla, "Newsletter", "It is broken, by the wrong program", "Precedence: bulk"));
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("ASIDE")));
        var opened = lea.send("PUT", "/api/mails/quarantine/" + id(only("aside")) + "/ticket", null);
        var ticket = opened.body().path("ticket").asText();
        var task = lea.taskOf(UUID.fromString(ticket));

        assertThat(lea.opens(task).at("/brief/reason").asText()).startsWith("No person wrote this mail.");
        assertThat(messages.of(UUID.fromString(ticket)))
                .filteredOn(message -> !message.internal())
                .as("its sender hears nothing of it")
                .extracting(Message::author)
                .containsExactly(Author.CUSTOMER);

        var place = lea.send("GET", "/mails/tickets/" + ticket, null).raw();

        assertThat(place.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/tasklist/default/#/?task=" + task));
    }

    @Test
    void twoPeopleDoNotDecideAboutOneMail() {
        server.delivers(shop, mail(karla, "Newsletter", "Buy now", "Precedence: bulk"));
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("ASIDE")));
        var path = "/api/mails/quarantine/" + id(only("aside"));

        assertThat(lea.send("DELETE", path, null).status()).isEqualTo(204);

        var late = lea.send("PUT", path + "/ticket", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("type").asText() + late.body().path("title").asText())
                .contains("ecided");
        assertThat(fates()).containsExactly("DISMISSED");
        assertThat(sql.sql("select count(*) from mail_piece p join mail m on m.id = p.mail where m.mailbox = ?")
                        .param(mailbox().name())
                        .query(Long.class)
                        .single())
                .as("it stays stored")
                .isPositive();
    }

    private JsonNode only(String list) {
        var page = lea.send("GET", "/api/mails/" + list + "?size=100", null).body();
        return StreamSupport.stream(page.path("mails").spliterator(), false)
                .filter(mail -> mail.path("mailbox").asText().equals(mailbox().name()))
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode mail) {
        return mail.path("id").asText();
    }

    private static List<String> acts(JsonNode mail) {
        return StreamSupport.stream(mail.path("acts").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
