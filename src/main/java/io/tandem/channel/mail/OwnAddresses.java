package io.tandem.channel.mail;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The addresses of our own mailboxes: who writes from there writes to themselves. */
@Component
class OwnAddresses {

    private final Set<MailAddress> addresses;

    OwnAddresses(MailSettings settings) {
        addresses = MailboxReading.of(settings).stream()
                .map(mailbox -> mailbox.address().base())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(MailAddress address) {
        return addresses.contains(address.base());
    }
}
