package io.tandem.channel;

import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
                .filter(way -> !way.channel().equals(closed.name()) && isOpen(way, ticket.customer()))
                .or(() -> latest(
                        ticket.customer(),
                        proven(ticket.customer(), address -> !address.kind().equals(closed.addresses()))
                                .filter(this::isWorking)));
    }

    /** Of the addresses that they have proven, also where nothing gets through just now. */
    Optional<Way> proven(UUID customer) {
        return latest(customer, proven(customer, address -> true));
    }

    /** Nothing is proven of an address from which somebody went on with a ticket, but that it is nobody else's. */
    private boolean isOpen(Way way, UUID customer) {
        return isWorking(way)
                && owner(way).filter(owner -> !owner.equals(customer)).isEmpty();
    }

    /** Whether it is known as an address of the ticket's customer. */
    boolean isTheirs(Ticket ticket, Way way) {
        return owner(way).filter(ticket.customer()::equals).isPresent();
    }

    private Optional<UUID> owner(Way way) {
        var kind = lines.find(way.channel())
                .map(line -> line.channel().addresses())
                .orElse(way.channel());
        return addresses.owner(new Address(kind, way.address()));
    }

    private boolean isWorking(Way way) {
        return lines.find(way.channel())
                .filter(line -> !line.channel().isFetched() && line.downSince().isEmpty())
                .isPresent();
    }

    private Stream<Way> proven(UUID customer, Predicate<Address> which) {
        return addresses.of(customer).stream().filter(which).flatMap(this::ways);
    }

    private Stream<Way> ways(Address address) {
        return lines.sending().stream()
                .map(ChannelLine::channel)
                .filter(channel -> channel.addresses().equals(address.kind()))
                .map(channel -> new Way(channel.name(), address.text()));
    }

    private Optional<Way> latest(UUID customer, Stream<Way> ways) {
        return ways.min(Comparator.comparing((Way way) -> wroteLast(customer, way))
                .reversed()
                .thenComparing(Way::channel));
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
