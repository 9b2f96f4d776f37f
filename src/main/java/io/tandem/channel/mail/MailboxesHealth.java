package io.tandem.channel.mail;

import io.tandem.channel.ChannelHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether each mailbox can be read. One that cannot is told, and takes nothing else out of service. */
@Component("mailboxesHealthIndicator")
class MailboxesHealth implements HealthIndicator {

    private final Mailboxes mailboxes;
    private final ChannelHealth channels;

    MailboxesHealth(Mailboxes mailboxes, ChannelHealth channels) {
        this.mailboxes = mailboxes;
        this.channels = channels;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var mailbox : mailboxes.all()) {
            var trouble = channels.troubleReceiving(mailbox.name());
            if (trouble.isPresent()) health.status(ChannelHealth.DEGRADED);
            health.withDetail(mailbox.name(), trouble.orElse("up"));
        }
        return health.build();
    }
}
