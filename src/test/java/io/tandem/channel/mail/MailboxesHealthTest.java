package io.tandem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tandem.channel.ChannelDown;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** What operators read of mailboxes. */
class MailboxesHealthTest extends ByMail {

    @Test
    void oneThatCannotBeReadIsToldUntilItCan() {
        var indicator = new MailboxesHealth(mailboxes, health);
        await().atMost(PATIENCE).until(() -> indicator.health().getStatus().equals(Status.UP));
        stopReading();

        health.down(mailbox().name(), "imap.shop.example refuses our user or password");
        assertThat(indicator.health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(String.valueOf(indicator.health().getDetails().get(mailbox().name())))
                .startsWith("down since")
                .endsWith("refuses our user or password");

        readAgain();
        await().atMost(PATIENCE).until(() -> indicator.health().getStatus().equals(Status.UP));
        assertThat(indicator.health().getDetails()).containsEntry(mailbox().name(), "up");
    }

    @Test
    void whetherMailsCouldBeSentIsFoundOutWithoutSendingOne() {
        assertThat(mailboxes.channels().get(0).probe()).isTrue();
        assertThat(server.mails(shop)).isEmpty();

        var right = connection();
        var wrong = new MailSettings.Connection(
                right.address(),
                right.imap(),
                String.valueOf(right.smtp()).replace(MailServer.PASSWORD, "guessed"),
                null,
                null,
                null,
                null,
                true,
                null);
        var locked = new Mailboxes(new MailSettings(Map.of("locked", wrong)), postman);

        assertThatThrownBy(() -> locked.channels().get(0).probe())
                .isInstanceOf(ChannelDown.class)
                .hasMessageContaining("refuses our user or password")
                .hasMessageNotContaining("guessed");
    }
}
