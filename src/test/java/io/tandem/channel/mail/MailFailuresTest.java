package io.tandem.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Connections that break, servers that are not there, programs that are killed: nothing is lost, nothing comes twice. */
class MailFailuresTest extends ByMail {

    @Autowired
    private MailIntake intake;

    private final Wire imap = new Wire(server.imap());
    private final Wire smtp = new Wire(server.smtp());

    @Override
    MailSettings.Connection connection() {
        return server.mailbox(shop, imap.port(), smtp.port());
    }

    @AfterEach
    void cut() {
        imap.close();
        smtp.close();
    }

    @Test
    void aConnectionThatBreaksBeforeAMailIsMarked() {
        imap.cutAt("STORE");

        server.delivers(shop, mail(karla, "My parcel", "It is broken, I want a person. Cut"));

        var ticket = ticketWith("a person. Cut");
        await().atMost(PATIENCE).until(() -> server.allSeen(shop));
        assertThat(imap.cuts()).isEqualTo(1);
        assertThat(saidByCustomer(ticket)).hasSize(1);
        assertThat(fates()).containsExactly("TAKEN");
    }

    @Test
    void aProgramThatWasKilledWhenAMailWasStored() {
        stopReading();
        var raw = mail(karla, "My parcel", "It is broken, I want a person. Killed");
        server.delivers(shop, raw);
        intake.store(mailbox(), onTheServer());
        sql.sql("update mail set try_at = received_at where mailbox = ?")
                .param(mailbox().name())
                .update();

        readAgain();

        var ticket = ticketWith("a person. Killed");
        await().atMost(PATIENCE).until(() -> server.allSeen(shop));
        assertThat(saidByCustomer(ticket)).hasSize(1);
        assertThat(fates()).containsExactly("TAKEN");
    }

    /** As the server hands it out: with the lines that it has put before it. */
    private byte[] onTheServer() {
        try (var folder = ImapFolder.open(mailbox())) {
            var found = folder.news(0, java.util.Set.of()).get(0);
            return folder.raw(found, LIMITS.mailSize().toBytes());
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProgramThatWasKilledBetweenSentAndRecorded() {
        var answer = karlaIsAnswered();
        var ticket = ticketOf(answer);
        await().atMost(PATIENCE).until(() -> sent(ticket.id()));

        sql.sql("update delivery set state = 'QUEUED', claimed_until = null, provider_id = null where message in"
                        + " (select id from message where ticket = ?) and state = 'SENT'")
                .param(ticket.id())
                .update();

        await().atMost(PATIENCE).until(() -> server.mails(karla).size() == 2);
        assertThat(server.mails(karla))
                .extracting(mail -> header(mail, "Message-ID"))
                .containsOnly(header(answer, "Message-ID"));
    }

    private boolean sent(java.util.UUID ticket) {
        return sql.sql(
                                "select count(*) from delivery d join message m on m.id = d.message where m.ticket = ? and d.state = 'SENT'")
                        .param(ticket)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void aServerThatIsNotThereForAWhile() {
        smtp.dead(true);
        server.delivers(shop, mail(karla, "My parcel", KNOWN + " Waiting"));
        var ticket = ticketWith(KNOWN + " Waiting");
        await().atMost(PATIENCE)
                .until(() -> sql.sql("select count(*) from delivery where channel = ? and reason is not null")
                                .param(mailbox().name())
                                .query(Long.class)
                                .single()
                        > 0);

        smtp.dead(false);

        hears(karla, mail -> true);
        assertThat(ticket.number()).isPositive();
    }

    @Test
    void aSlowServerHoldsUpNobodyForEver() {
        imap.slow(Duration.ofMillis(40));

        server.delivers(shop, mail(karla, "My parcel", "It is broken, I want a person. Slowly"));

        assertThat(saidByCustomer(ticketWith("a person. Slowly"))).hasSize(1);
    }

    @Test
    void aServerThatRefusesUsIsToldToOperators() {
        var right = server.mailbox("other-" + shop);
        var wrong = new MailSettings.Connection(
                right.address(),
                String.valueOf(right.imap()).replace(MailServer.PASSWORD, "guessed"),
                right.smtp(),
                null,
                null,
                null,
                null,
                true);
        var locked = new Mailboxes(new MailSettings(Map.of("locked" + karla.substring(6, 14), wrong)), postman);
        var name = locked.channels().get(0).name();
        channels.connect(locked.channels().get(0));
        var watches = new Watches(locked, round, leases, health, LIMITS);
        watches.start();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health.health().getDetails().get(name))
                            .asString()
                            .contains("refuses our user or password")
                            .doesNotContain("guessed"));
        } finally {
            watches.stop();
            channels.disconnect(name);
            health.up(name);
        }
    }

    @Test
    void aLargeMailIsTakenInWithoutTheFileThatIsTooLarge() {
        var file = Base64.getMimeEncoder().encodeToString(new byte[20 * 1024 * 1024]);
        var text = "It is broken, I want a person. Large";
        server.delivers(
                shop,
                mail(
                        karla,
                        "My parcel",
                        "--b\r\n\r\n" + text
                                + "\r\n--b\r\nContent-Type: application/octet-stream; name=\"film.bin\"\r\n"
                                + "Content-Disposition: attachment; filename=\"film.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                + file + "\r\n--b--\r\n",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/mixed; boundary=\"b\""));

        var ticket = ticketWith("a person. Large");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notes(ticket))
                        .anySatisfy(note -> assertThat(note).contains("film.bin")));
    }

    @Test
    void whatFailedIsTriedAgainWhenAPersonSaysSo() {
        server.delivers(shop, mail(karla, "News", "Buy now, by the wrong program", "Precedence: bulk"));
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("ASIDE")));
        sql.sql("update mail set state = 'QUARANTINED', reason = 'FAILED' where mailbox = ?")
                .param(mailbox().name())
                .update();
        var mail = sql.sql("select id from mail where mailbox = ?")
                .param(mailbox().name())
                .query(java.util.UUID.class)
                .single();

        var tried = AgentAtDesk.signsIn(port, "lea").send("POST", "/api/mails/quarantine/" + mail + "/attempts", null);

        assertThat(tried.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("ASIDE")));
    }

    @Test
    void theSameMailsAgainAndAgainAreOneEach() throws Exception {
        stopReading();
        var mails = new ArrayList<byte[]>();
        for (int i = 0; i < 50; i++) {
            mails.add(mail("karla%d-%s".formatted(i % 5, karla), "Broken", "Broken, number " + i + ", I want a person")
                    .getBytes(UTF_8));
        }
        var twice = new ArrayList<>(mails);
        twice.addAll(mails);
        Collections.shuffle(twice, new Random(11));

        takenInBy8(twice);

        assertThat(sql.sql("select count(*) from message where channel = ? and author = 'CUSTOMER'")
                        .param(mailbox().name())
                        .query(Long.class)
                        .single())
                .isEqualTo(50);
        assertThat(fates()).hasSize(50).containsOnly("TAKEN");
    }

    private void takenInBy8(List<byte[]> mails) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = mails.stream()
                    .<Callable<Boolean>>map(raw -> () -> {
                        intake.store(mailbox(), raw).ifPresent(mail -> intake.sort(mailbox(), mail, raw));
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) done.get();
        } finally {
            threads.shutdown();
        }
    }
}
