package io.tandem.attachment;

import static io.tandem.story.SampleFiles.bytes;
import static io.tandem.story.SampleFiles.png;
import static io.tandem.story.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.api.Problem;
import io.tandem.attachment.AttachmentSettings.Scanner;
import io.tandem.attachment.AttachmentSettings.Scanner.WhenUnreachable;
import io.tandem.channel.Conversation;
import io.tandem.channel.InboundMessage;
import io.tandem.channel.Inbox;
import io.tandem.process.Transactions;
import io.tandem.story.TandemRuns;
import io.tandem.ticket.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What comes in, what is kept, and what is swept. */
@TandemRuns
class AttachmentsTest {

    @Autowired
    private Attachments attachments;

    @Autowired
    private AttachmentSettings settings;

    @Autowired
    private Inspection inspection;

    @Autowired
    private Previews previews;

    @Autowired
    private Shelf shelf;

    @Autowired
    private Clock clock;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient sql;

    @Test
    void aChannelHandsInWhatItsMessageBrings() throws IOException {
        var holder = Holder.channel("mail", "<" + UUID.randomUUID() + "@example.org>");
        var content = bytes(600_000);
        var file = attachments.take(holder, "report.txt", new ByteArrayInputStream(content));

        var message = inbox.receive(new InboundMessage(
                "web",
                Conversation.fresh(),
                null,
                "See the report",
                "Karla",
                "en",
                new Attached(holder, List.of(file.id()))));

        assertThat(attachments.of(message.ticket()).get(message.id())).containsExactly(file);
        try (var read = attachments.content(file)) {
            assertThat(read.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void aCopiedMessageHasCopiesOfItsFiles() throws IOException {
        var holder = Holder.customer(UUID.randomUUID());
        var file = attachments.take(holder, "cup.png", new ByteArrayInputStream(png(300, 200)));
        var message = inbox.receive(new InboundMessage(
                "web", Conversation.fresh(), null, "Hi", null, "en", new Attached(holder, List.of(file.id()))));
        var other = inbox.receive(new InboundMessage("web", Conversation.fresh(), null, "The same matter", null, "en"));

        transactions.inOne(() -> attachments.follow(new Message.Copied(message.id(), other.id())));

        var copy = attachments
                .of(other.ticket())
                .getOrDefault(other.id(), List.of())
                .get(0);
        assertThat(copy).usingRecursiveComparison().ignoringFields("id").isEqualTo(file);
        assertThat(copy.id()).isNotEqualTo(file.id());
        try (var original = attachments.content(file);
                var copied = attachments.content(copy)) {
            assertThat(copied.readAllBytes()).isEqualTo(original.readAllBytes());
        }
        try (var preview = attachments.preview(copy)) {
            assertThat(preview.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void whatTheScannerFindsIsNotKept() throws IOException {
        try (var peer = FakeClamd.listens()) {
            var scanned = with(settings(settings.unsentSize().toBytes(), settings.timeLimit()), peer);
            var holder = Holder.customer(UUID.randomUUID());

            assertThatThrownBy(() -> scanned.take(holder, "letter.txt", stream(FakeClamd.EICAR)))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentInfected"));
            assertThat(shelf.heldBy(holder)).isZero();
            assertThat(scanned.take(holder, "letter.txt", stream("Hello")).size())
                    .isEqualTo(5);
        }
    }

    @Test
    void whatBreaksOffIsNotKept() {
        var holder = Holder.customer(UUID.randomUUID());
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> attachments.take(holder, "a.txt", broken))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentBroken"));
        assertThat(shelf.heldBy(holder)).isZero();
    }

    @Test
    void whoSendsDropByDropIsSentAway() throws IOException {
        try (var peer = FakeClamd.listens()) {
            var hasty = with(settings(settings.unsentSize().toBytes(), Duration.ZERO), peer);

            assertThatThrownBy(() -> hasty.take(Holder.customer(UUID.randomUUID()), "a.txt", stream("slow")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentTooSlow"));
        }
    }

    @Test
    void strangersCannotFillTheDatabaseButAgentsGoOn() throws IOException {
        try (var peer = FakeClamd.listens()) {
            var nearlyFull = with(settings(shelf.heldByCustomers() + 10, settings.timeLimit()), peer);

            assertThatThrownBy(
                            () -> nearlyFull.take(Holder.customer(UUID.randomUUID()), "a.txt", stream("eleven bytes")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentsBusy"));
            var agents = Holder.agent(UUID.randomUUID(), "anna");
            assertThat(nearlyFull.take(agents, "a.txt", stream("eleven bytes")).size())
                    .isEqualTo(12);
        }
    }

    @Test
    void nobodyHoldsMuchMoreThanAMessageTakes() {
        var holder = Holder.agent(UUID.randomUUID(), "anna");
        var large = bytes((int) settings.fileSize().toBytes());
        for (int i = 0; i < 10; i++) attachments.take(holder, "a.txt", new ByteArrayInputStream(large));

        assertThatThrownBy(() -> attachments.take(holder, "a.txt", stream("one more")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.name()).isEqualTo("attachmentsTooLarge"));

        sql.sql("delete from attachment where holder = ?").param(holder.name()).update();
        assertThat(count("attachment_piece where attachment not in (select id from attachment)"))
                .isZero();
    }

    @Test
    void whatNoMessageTakesIsSweptAfterADay() {
        var fresh = attachments.take(Holder.customer(UUID.randomUUID()), "fresh.txt", stream("fresh"));
        var old = attachments.take(Holder.customer(UUID.randomUUID()), "old.txt", stream("old"));
        var holder = Holder.customer(UUID.randomUUID());
        var sent = attachments.take(holder, "sent.txt", stream("sent"));
        inbox.receive(new InboundMessage(
                "web", Conversation.fresh(), null, "Hi", null, "en", new Attached(holder, List.of(sent.id()))));
        for (var one : List.of(old, sent)) {
            sql.sql("update attachment set held_at = held_at - interval '25' hour where id = ?")
                    .param(one.id())
                    .update();
        }

        attachments.sweep();

        assertThat(count("attachment where id = '" + fresh.id() + "'")).isEqualTo(1);
        assertThat(count("attachment where id = '" + sent.id() + "'")).isEqualTo(1);
        assertThat(count("attachment where id = '" + old.id() + "'")).isZero();
        assertThat(count("attachment_piece where attachment = '" + old.id() + "'"))
                .isZero();
    }

    private long count(String what) {
        return sql.sql("select count(*) from " + what).query(Long.class).single();
    }

    private Intake with(AttachmentSettings settings, FakeClamd peer) {
        var scanner = new Clamd(new Scanner(peer.address(), Duration.ofSeconds(5), WhenUnreachable.REFUSE));
        return new Intake(settings, inspection, scanner, previews, shelf, clock);
    }

    private AttachmentSettings settings(long unsent, Duration timeLimit) {
        return new AttachmentSettings(
                settings.fileSize(),
                settings.messageSize(),
                settings.files(),
                settings.ticketSize(),
                DataSize.ofBytes(unsent),
                settings.unsentFor(),
                timeLimit,
                settings.pixels(),
                settings.refusedTypes(),
                settings.refusedEndings(),
                settings.uploads(),
                settings.scanner());
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(text(content));
    }
}
