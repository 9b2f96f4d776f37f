package io.tandem.channel.mail;

import io.tandem.channel.Connections;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mailboxes that are connected, each a channel. */
@Component
class Mailboxes implements Connections {

    private final Map<String, Mailbox> mailboxes;
    private final List<MailChannel> channels;

    Mailboxes(MailSettings settings, Postman postman) {
        mailboxes = MailboxReading.of(settings).stream().collect(Collectors.toUnmodifiableMap(Mailbox::name, m -> m));
        channels = mailboxes.values().stream()
                .map(mailbox -> new MailChannel(mailbox, postman))
                .toList();
    }

    @Override
    public List<MailChannel> channels() {
        return channels;
    }

    Collection<Mailbox> all() {
        return mailboxes.values();
    }
}
