package io.tandem.channel;

import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ways to a customer besides one that is closed. Only to addresses that are theirs: a customer has one from writing there,
 * and every other one by proof.
 */
@Component
class OtherWays {

    /** Where something goes. */
    record Way(String channel, String address) {}

    private final Addresses addresses;
    private final Lines lines;
    private final JdbcClient sql;

    OtherWays(Addresses addresses, Lines lines, JdbcClient sql) {
        this.addresses = addresses;
        this.lines = lines;
        this.sql = sql;
    }

    /** Of those that send now: where the ticket is meanwhile, else the one by which they wrote last, else the first by name. */
    Optional<Way> to(Ticket ticket, Channel closed) {
        return ticket.address()
                .map(address -> new Way(ticket.channel(), address))
                .filter(way -> !way.channel().equals(closed.name()) && sends(way.channel()))
                .or(() -> provenWay(ticket, closed));
    }

    private boolean sends(String channel) {
        return lines.find(channel).filter(OtherWays::sends).isPresent();
    }

    private static boolean sends(ChannelLine line) {
        return !line.channel().isFetched() && line.downSince().isEmpty();
    }

    private Optional<Way> provenWay(Ticket ticket, Channel closed) {
        return addresses.of(ticket.customer()).stream()
                .filter(address -> !address.kind().equals(closed.addresses()))
                .flatMap(this::ways)
                .min(Comparator.comparing((Way way) -> wroteLast(ticket.customer(), way))
                        .reversed()
                        .thenComparing(Way::channel));
    }

    private Stream<Way> ways(Address address) {
        return lines.sending().stream()
                .filter(OtherWays::sends)
                .map(ChannelLine::channel)
                .filter(channel -> channel.addresses().equals(address.kind()))
                .map(channel -> new Way(channel.name(), address.text()));
    }

    /** What they wrote on a ticket that is elsewhere now may have come from any of their addresses there. */
    private Instant wroteLast(UUID customer, Way way) {
        return sql.sql("select max(m.written_at) from message m join ticket t on t.id = m.ticket where t.customer = ?"
                        + " and m.author = 'CUSTOMER' and m.channel = ? and (t.channel <> m.channel or t.address = ?)")
                .params(customer, way.channel(), way.address())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }
}
