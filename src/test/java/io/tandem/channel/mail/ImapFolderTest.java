package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImapFolderTest {

    private static final String US = "support@shop.example";

    private final MailServer server = new MailServer();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    @AfterEach
    void stop() {
        server.close();
        clock.shutdownNow();
    }

    @Test
    void mailsAreReadWithoutBeingMarkedAndMarkedWhenTheyAreStored() throws Exception {
        server.delivers(US, "Subject: One\r\n\r\nFirst");
        server.delivers(US, "Subject: Two\r\n\r\nSecond");

        try (var folder = ImapFolder.open(mailbox())) {
            var news = folder.news(0, Set.of());
            assertThat(news).hasSize(2);
            assertThat(new String(folder.raw(news.get(0), 1000)))
                    .contains("Subject: One")
                    .contains("First");
            assertThat(folder.raw(news))
                    .containsOnlyKeys(news.get(0).uid(), news.get(1).uid())
                    .containsEntry(news.get(1).uid(), folder.raw(news.get(1), 1000));
            assertThat(server.allSeen(US)).isFalse();

            news.forEach(found -> mark(folder, found));
            assertThat(server.allSeen(US)).isTrue();
            assertThat(folder.isDone(folder.news(0, Set.of()).get(0))).isTrue();
            assertThat(folder.news(news.get(1).uid(), Set.of())).isEmpty();
        }
    }

    private static void mark(ImapFolder folder, ImapFolder.Found found) {
        try {
            folder.markDone(java.util.List.of(found));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsTooLargeIsNotFetched() throws Exception {
        server.delivers(US, "Subject: Large\r\n\r\n" + "x".repeat(5000));

        try (var folder = ImapFolder.open(mailbox())) {
            var found = folder.news(0, Set.of()).get(0);
            assertThatThrownBy(() -> folder.raw(found, 1000)).isInstanceOf(ImapFolder.TooLarge.class);
            assertThat(new String(folder.head(found)))
                    .contains("Subject: Large")
                    .doesNotContain("xxx");
        }
    }

    @Test
    void aRestEndsWhenSomethingComesAndWhenTheTimeIsOver() throws Exception {
        try (var folder = ImapFolder.open(mailbox())) {
            clock.schedule(() -> server.delivers(US, "Subject: Late\r\n\r\nHello"), 1500, TimeUnit.MILLISECONDS);
            var begun = Instant.now();
            folder.awaitNews(Duration.ofSeconds(20), clock);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(folder.news(0, Set.of())).hasSize(1);

            folder.awaitNews(Duration.ofMillis(300), clock);
            assertThat(folder.news(0, Set.of())).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var wrong = mailbox(new MailSettings.Connection(
                US,
                "imap://" + US.replace("@", "%40") + ":wrong@127.0.0.1:" + server.imap(),
                "smtp://127.0.0.1",
                null,
                null,
                null,
                null,
                true,
                null));
        server.box(US);

        assertThatThrownBy(() -> ImapFolder.open(wrong)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        var us = US.replace("@", "%40") + ":" + MailServer.PASSWORD;
        server.box(US);
        var unknown = mailbox(new MailSettings.Connection(
                US,
                "imaps://" + us + "@127.0.0.1:" + server.imaps(),
                "smtp://127.0.0.1",
                null,
                null,
                null,
                null,
                true,
                null));

        assertThatThrownBy(() -> ImapFolder.open(unknown))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("certificat");
    }

    @Test
    void aServerWithoutTlsGetsNoPasswordWhereTlsIsRequired() {
        var us = US.replace("@", "%40") + ":" + MailServer.PASSWORD;
        server.box(US);
        var required = mailbox(new MailSettings.Connection(
                US,
                "imap://" + us + "@127.0.0.1:" + server.imap(),
                "smtp://127.0.0.1",
                null,
                null,
                null,
                true,
                true,
                null));

        assertThatThrownBy(() -> ImapFolder.open(required))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
    }

    private Mailbox mailbox() {
        return mailbox(server.mailbox(US));
    }

    private static Mailbox mailbox(MailSettings.Connection settings) {
        return MailboxReading.of(new MailSettings(Map.of("support", settings))).get(0);
    }
}
