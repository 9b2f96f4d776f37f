package io.tandem.channel;

import io.tandem.channel.OtherWays.Way;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for an address that is the customer's no more: it goes where its ticket goes on, or nowhere. */
@Component
class PartedMessages {

    /** @param underWay whether a node has it in its hands: it may be there already */
    record Waiting(UUID message, UUID ticket, String channel, boolean underWay) {}

    private final Lines lines;
    private final Outbox outbox;
    private final Setbacks setbacks;
    private final JdbcClient sql;
    private final Clock clock;

    PartedMessages(Lines lines, Outbox outbox, Setbacks setbacks, JdbcClient sql, Clock clock) {
        this.lines = lines;
        this.outbox = outbox;
        this.setbacks = setbacks;
        this.sql = sql;
        this.clock = clock;
    }

    /** In the order in which it was said. */
    List<Waiting> of(UUID customer, Address address) {
        return sql.sql(
                        "select d.message, m.ticket, d.channel, d.claimed_until from delivery d"
                                + " join message m on m.id = d.message join ticket t on t.id = m.ticket"
                                + " where d.state = 'QUEUED' and d.address = ? and t.customer = ? order by m.ticket, m.position")
                .params(address.text(), customer)
                .query((row, number) -> waiting(row))
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        var claimed = row.getTimestamp("claimed_until");
        return new Waiting(
                row.getObject("message", UUID.class),
                row.getObject("ticket", UUID.class),
                row.getString("channel"),
                claimed != null && claimed.toInstant().isAfter(clock.instant()));
    }

    /**
     * Nobody can call back what is under way, but it is not tried again.
     *
     * @param ticket held by the caller
     */
    void bring(Waiting waiting, Ticket ticket, Address parted) {
        if (waiting.underWay()) {
            setbacks.parted(waiting.message(), parted.text());
        } else if (isFetched(ticket.channel())) {
            outbox.recordFetched(waiting.message(), ticket.channel());
        } else {
            ticket.address()
                    .map(address -> new Way(ticket.channel(), address))
                    .ifPresentOrElse(
                            way -> outbox.redirect(waiting.message(), way),
                            () -> setbacks.parted(waiting.message(), parted.text()));
        }
    }

    private boolean isFetched(String channel) {
        return lines.find(channel).filter(line -> line.channel().isFetched()).isPresent();
    }
}
