package io.tandem.channel.identity;

import io.tandem.channel.AddressProofs.Asked;
import io.tandem.channel.AddressProofs.State;
import io.tandem.channel.Seals;
import io.tandem.ticket.Addresses.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes that are on their way, and what became of the earlier ones. Of a code only a sealed hash is kept. */
@Component
class Proofs {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private static final String PURPOSE = "identity-codes";
    private static final int MOST_TRIES = 5;
    private static final int MOST_SHOWN = 20;

    /** A proof that is awaited on a ticket. */
    record Awaited(UUID id, String channel, Address address, String codeHash, int tries) {

        int triesLeft() {
            return MOST_TRIES - tries;
        }
    }

    private final JdbcClient sql;
    private final Seals seals;
    private final Clock clock;

    Proofs(JdbcClient sql, Seals seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    void await(UUID id, UUID ticket, String channel, Address address, Code code) {
        var now = clock.instant();
        sql.sql("insert into address_proof (id, ticket, channel, kind, address, code_hash, asked_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(ticket)
                .param(channel)
                .param(address.kind())
                .param(address.text())
                .param(hash(id, code))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(GOOD_FOR)))
                .update();
    }

    private String hash(UUID id, Code code) {
        var sealed = (id + "/" + code.digits()).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(seals.seal(PURPOSE, sealed));
    }

    /** The latest one that the ticket waits for. */
    Optional<Awaited> awaitedOn(UUID ticket) {
        return sql.sql("select * from address_proof where ticket = ? and proven_at is null and expires_at > ?"
                        + " and tries < ? order by asked_at desc, id desc limit 1")
                .params(ticket, Timestamp.from(clock.instant()), MOST_TRIES)
                .query((row, number) -> new Awaited(
                        row.getObject("id", UUID.class),
                        row.getString("channel"),
                        new Address(row.getString("kind"), row.getString("address")),
                        row.getString("code_hash"),
                        row.getInt("tries")))
                .optional();
    }

    /** Counts as a try, and proves it if the code is right. The ticket is held, so that tries come one by one. */
    boolean tryOut(Awaited awaited, Code code) {
        var right = MessageDigest.isEqual(bytes(awaited.codeHash()), bytes(hash(awaited.id(), code)));
        sql.sql("update address_proof set tries = tries + 1, proven_at = ? where id = ?")
                .param(right ? Timestamp.from(clock.instant()) : null)
                .param(awaited.id())
                .update();
        return right;
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }

    long askedOn(UUID ticket, Duration within) {
        return sql.sql("select count(*) from address_proof where ticket = ? and asked_at > ?")
                .params(ticket, since(within))
                .query(Long.class)
                .single();
    }

    /** On whichever ticket. */
    long askedAt(Address address, Duration within) {
        return sql.sql("select count(*) from address_proof where kind = ? and address = ? and asked_at > ?")
                .params(address.kind(), address.text(), since(within))
                .query(Long.class)
                .single();
    }

    private Timestamp since(Duration within) {
        return Timestamp.from(clock.instant().minus(within));
    }

    List<Asked> of(UUID ticket) {
        return sql.sql("select * from address_proof where ticket = ? order by asked_at desc, id desc limit "
                        + MOST_SHOWN)
                .param(ticket)
                .query((row, number) -> asked(row))
                .list();
    }

    private Asked asked(ResultSet row) throws SQLException {
        var proven = Optional.ofNullable(row.getTimestamp("proven_at")).map(Timestamp::toInstant);
        var asked = row.getTimestamp("asked_at").toInstant();
        return new Asked(row.getString("channel"), row.getString("address"), state(row, proven), proven.orElse(asked));
    }

    private State state(ResultSet row, Optional<Instant> proven) throws SQLException {
        if (proven.isPresent()) return State.PROVEN;
        var open =
                row.getTimestamp("expires_at").toInstant().isAfter(clock.instant()) && row.getInt("tries") < MOST_TRIES;
        return open ? State.ASKED : State.EXPIRED;
    }
}
