package io.tandem.channel.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tandem.api.Problem;
import io.tandem.channel.AddressProofs;
import io.tandem.channel.Channel;
import io.tandem.channel.Channels;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks an address whether it is the customer's: whoever reads there knows the code. */
@Component
class Identity implements AddressProofs {

    private static final int LONGEST_ADDRESS = 320;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_ON_A_TICKET = 5;
    private static final int MOST_AT_AN_ADDRESS_IN_AN_HOUR = 2;
    private static final int MOST_AT_AN_ADDRESS_IN_A_DAY = 5;

    private final Channels channels;
    private final Proofs proofs;
    private final ApplicationEventPublisher events;

    Identity(Channels channels, Proofs proofs, ApplicationEventPublisher events) {
        this.channels = channels;
        this.proofs = proofs;
        this.events = events;
    }

    @Override
    public List<String> channels() {
        return channels.sending().stream().map(Channel::name).sorted().toList();
    }

    @Override
    public List<Asked> of(UUID ticket) {
        return proofs.of(ticket);
    }

    @Override
    public Address ask(Ticket ticket, String name, String typed, String agent) {
        var channel = channels.sending().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "addressNoChannel"));
        var address = new Address(channel.addresses(), written(typed));
        checkNotTooOften(ticket, address);
        var id = UuidCreator.getTimeOrderedEpoch();
        var code = Code.made();
        proofs.await(id, ticket.id(), name, address, code);
        channels.say(ticket, "system.addressAsked", Map.of("address", masked(address.text())));
        events.publishEvent(new CodeSender.Due(id, channel, address.text(), ticket.language(), code, agent));
        return address;
    }

    private static String written(String typed) {
        var address = typed.strip();
        if (address.isEmpty()
                || address.length() > LONGEST_ADDRESS
                || address.chars().anyMatch(Character::isISOControl))
            throw new Problem(HttpStatus.BAD_REQUEST, "badAddress");
        var at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    /** Neither may somebody be flooded with codes, nor may codes be guessed by many questions. */
    private void checkNotTooOften(Ticket ticket, Address address) {
        if (proofs.askedOn(ticket.id(), DAY) >= MOST_ON_A_TICKET
                || proofs.askedAt(address, HOUR) >= MOST_AT_AN_ADDRESS_IN_AN_HOUR
                || proofs.askedAt(address, DAY) >= MOST_AT_AN_ADDRESS_IN_A_DAY)
            throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "tooManyCodes");
    }

    /** Enough to know one's own; whoever writes here need not learn a stranger's. */
    private static String masked(String address) {
        var at = address.lastIndexOf('@');
        var shown = at < 0 ? address.length() - Math.min(3, address.length() / 3) : at;
        return address.charAt(0) + "…" + address.substring(Math.max(1, shown));
    }
}
