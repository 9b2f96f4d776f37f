package io.tandem.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tandem.story.AgentAtDesk;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** Connections that break, servers that are not there, programs that are killed: nothing is lost, nothing comes twice. */
class MailFailuresTest extends ByMail {

    @Autowired
    private MailIntake intake;

    @Autowired
    private MailSorting sorting;

    @Autowired
    private Mails mails;

    @Autowired
    private MailPieces pieces;

    @Autowired
    private Bookmarks bookmarks;

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
        intake.store(mailbox(), List.of(onTheServer()));

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
    void aServerThatDoesNotTellOfNewsIsAsked() throws Exception {
        stopReading();
        imap.hide("IDLE");
        try (var folder = ImapFolder.open(mailbox())) {
            assertThat(folder.tellsOfNews()).isFalse();
        }
        readAgain();
        await().atMost(PATIENCE)
                .until(() -> health.health()
                        .getDetails()
                        .toString()
                        .contains(mailbox().name()));

        server.delivers(shop, mail(karla, "My parcel", "It is broken, I want a person. Asked for"));

        assertThat(saidByCustomer(ticketWith("a person. Asked for"))).hasSize(1);
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
                true,
                null);
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
    void aMailThatCannotBeHadWaitsUntilAPersonWantsItAgain() throws Exception {
        stopReading();
        server.delivers(shop, mail(karla, "My parcel", "It is broken, I want a person. Late"));
        imap.cutAlwaysAt("BODY.PEEK[]");
        for (int i = 0; i < 5; i++) assertThatThrownBy(this::readOnce).isInstanceOf(MessagingException.class);
        assertThat(fates()).containsExactly("QUARANTINED");
        readOnce();
        assertThat(fates()).containsExactly("QUARANTINED");

        triesAgain();
        assertThatThrownBy(this::readOnce).isInstanceOf(MessagingException.class);
        readOnce();
        assertThat(fates()).as("once for each time that somebody says so").containsExactly("QUARANTINED");

        imap.cutAlwaysAt("nothing");
        triesAgain();
        readOnce();

        assertThat(saidByCustomer(ticketWith("a person. Late"))).hasSize(1);
        await().atMost(PATIENCE).until(() -> fates().equals(List.of("TAKEN")));
        assertThat(server.allSeen(shop)).isTrue();
    }

    private void readOnce() throws Exception {
        try (var folder = ImapFolder.open(mailbox())) {
            round.make(mailbox(), folder);
        }
    }

    private void triesAgain() {
        var mail = sql.sql("select id from mail where mailbox = ?")
                .param(mailbox().name())
                .query(UUID.class)
                .single();
        var lea = AgentAtDesk.signsIn(port, "lea");
        assertThat(lea.send("POST", "/api/mails/quarantine/" + mail + "/attempts", null)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aDatabaseThatIsNotThereIsNoMailsFault() throws Exception {
        stopReading();
        server.delivers(shop, mail(karla, "My parcel", "It is broken, I want a person. No database"));
        var away = new AtomicBoolean(true);
        var sometimes = new Mails(sql, pieces, Clock.systemUTC()) {
            @Override
            public void store(Mailbox mailbox, Map<String, byte[]> raws) {
                if (away.get()) throw new DataAccessResourceFailureException("no connection");
                mails.store(mailbox, raws);
            }
        };
        var intake = new MailIntake(sometimes, sorting);
        var round = new MailRound(intake, new SingleFetch(intake, sometimes, LIMITS), bookmarks);

        try (var folder = ImapFolder.open(mailbox())) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> round.make(mailbox(), folder))
                        .isInstanceOf(DataAccessResourceFailureException.class);
            }
            assertThat(fates()).isEmpty();
            away.set(false);
            round.make(mailbox(), folder);
        }

        assertThat(saidByCustomer(ticketWith("a person. No database"))).hasSize(1);
    }

    @Test
    void oneMailThatNobodyCanStoreHoldsUpNoOther() throws Exception {
        stopReading();
        for (int i = 0; i < 3; i++) {
            server.delivers(shop, mail(i + karla, "Mine", "It is broken, I want a person. Poison beside it " + i));
        }
        var poisoned = new Mails(sql, pieces, Clock.systemUTC()) {
            @Override
            public void store(Mailbox mailbox, Map<String, byte[]> raws) {
                for (var raw : raws.values()) {
                    if (new String(raw, UTF_8).contains("beside it 1")) throw new StackOverflowError();
                }
                mails.store(mailbox, raws);
            }
        };
        var intake = new MailIntake(poisoned, sorting);
        var round = new MailRound(intake, new SingleFetch(intake, poisoned, LIMITS), bookmarks);

        try (var folder = ImapFolder.open(mailbox())) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> round.make(mailbox(), folder)).isInstanceOf(StackOverflowError.class);
            }
            round.make(mailbox(), folder);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fates()).containsExactlyInAnyOrder("TAKEN", "QUARANTINED", "TAKEN"));
    }

    @Test
    void oneMailThatBreaksTheConnectionHoldsUpNoOther() throws Exception {
        stopReading();
        for (int i = 0; i < 3; i++) {
            server.delivers(shop, mail(i + karla, "Mine", "It is broken, I want a person. Beside it " + i));
        }
        imap.cutAlwaysAt("FETCH 2 (BODY.PEEK[])", "UID FETCH 1,2,3");
        for (int i = 0; i < 6; i++) assertThatThrownBy(this::readOnce).isInstanceOf(MessagingException.class);
        readOnce();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fates()).containsExactlyInAnyOrder("TAKEN", "QUARANTINED", "TAKEN"));
    }

    /** In a busy mailbox there is always something new: who became careful must become quick again by himself. */
    @Test
    void afterAConnectionThatBrokeOnlyThoseMailsComeOneByOneThatMayHaveBrokenIt() throws Exception {
        stopReading();
        for (int i = 0; i < 60; i++) server.delivers(shop, mail(i + karla, "Mine", "I want a person. Many " + i));
        imap.cutAt("UID FETCH 1,2,3");
        assertThatThrownBy(this::readOnce).isInstanceOf(MessagingException.class);

        readOnce();

        assertThat(imap.hasHeard("FETCH 50 (BODY.PEEK[])")).isTrue();
        assertThat(imap.hasHeard("FETCH 51 (BODY.PEEK[])")).isFalse();
        assertThat(server.allSeen(shop)).isTrue();
        assertThat(fates()).hasSize(60);
    }

    @Test
    void theMailsOfOneCustomerStayInTheirOrder() throws Exception {
        var ticket = ticketOf(karlaIsAnswered());
        var answer = answering(server.mails(karla).get(0));
        stopReading();
        for (int i = 0; i < 30; i++) server.delivers(shop, mail(karla, "Re: My parcel", "Part " + i, answer));

        readOnce();

        await().atMost(PATIENCE).until(() -> saidByCustomer(ticket).size() == 31);
        assertThat(saidByCustomer(ticket).subList(1, 31))
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> "Part " + i).toList());
    }

    @Test
    void theSameMailsAgainAndAgainAreOneEach() throws Exception {
        twiceByEightThreads(50, 5);
    }

    /** Of enough senders: nobody opens more than twenty tickets an hour. */
    @Test
    @Tag("slow")
    void aThousandMailsAgainAndAgainAreOneEach() throws Exception {
        twiceByEightThreads(1000, 100);
    }

    private void twiceByEightThreads(int written, int senders) throws Exception {
        stopReading();
        var mails = new ArrayList<byte[]>();
        for (int i = 0; i < written; i++) {
            var from = "karla%d-%s".formatted(i % senders, karla);
            mails.add(mail(from, "Broken", "Broken, number " + i + ", I want a person")
                    .getBytes(UTF_8));
        }
        var twice = new ArrayList<>(mails);
        twice.addAll(mails);
        Collections.shuffle(twice, new Random(11));

        storedBy8(twice);

        await().atMost(PATIENCE.multipliedBy(4)).until(() -> !fates().contains("RECEIVED"));
        assertThat(fates()).hasSize(written).containsOnly("TAKEN");
        assertThat(saidInAll()).isEqualTo(written);
    }

    private long saidInAll() {
        return sql.sql("select count(*) from message where channel = ? and author = 'CUSTOMER'")
                .param(mailbox().name())
                .query(Long.class)
                .single();
    }

    private void storedBy8(List<byte[]> mails) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = mails.stream()
                    .<Callable<Boolean>>map(raw -> () -> {
                        intake.store(mailbox(), List.of(raw));
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) done.get();
        } finally {
            threads.shutdown();
        }
    }

    /** In the mailbox itself, where a server or a forwarding rule has put each of them twice. */
    @Test
    @Tag("slow")
    void aThousandMailsTwiceInTheMailboxAreOneEach() {
        stopReading();
        var mails = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            mails.add(mail(
                    "karla%d-%s".formatted(i % 100, karla), "Broken", "Broken, number " + i + ", I want a person"));
        }
        var twice = new ArrayList<>(mails);
        twice.addAll(mails);
        Collections.shuffle(twice, new Random(12));
        twice.forEach(raw -> server.delivers(shop, raw));

        readAgain();

        await().atMost(PATIENCE.multipliedBy(4)).until(() -> server.allSeen(shop));
        await().atMost(PATIENCE.multipliedBy(4)).until(() -> !fates().contains("RECEIVED"));
        assertThat(fates()).hasSize(1000).containsOnly("TAKEN");
        assertThat(saidInAll()).isEqualTo(1000);
    }
}
