package io.tandem.channel;

import io.tandem.channel.OtherWays.Way;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Ticket;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for an address that is the customer's no more: it goes where its ticket goes on, or nowhere. */
@Component
class PartedMessages {

    record Waiting(UUID message, UUID ticket, String channel) {}

    private final Lines lines;
    private final Outbox outbox;
    private final Setbacks setbacks;
    private final JdbcClient sql;

    PartedMessages(Lines lines, Outbox outbox, Setbacks setbacks, JdbcClient sql) {
        this.lines = lines;
        this.outbox = outbox;
        this.setbacks = setbacks;
        this.sql = sql;
    }

    /** In the order in which it was said. */
    List<Waiting> of(UUID customer, Address address) {
        return sql.sql(
                        "select d.message, m.ticket, d.channel from delivery d"
                                + " join message m on m.id = d.message join ticket t on t.id = m.ticket"
                                + " where d.state = 'QUEUED' and d.address = ? and t.customer = ? order by m.ticket, m.position")
                .params(address.text(), customer)
                .query((row, number) -> new Waiting(
                        row.getObject("message", UUID.class),
                        row.getObject("ticket", UUID.class),
                        row.getString("channel")))
                .list();
    }

    /**
     * Nobody can call back what is under way, but it is not tried again.
     *
     * @param ticket held by the caller
     */
    void bring(Waiting waiting, Ticket ticket, Address parted) {
        if (!goesWith(ticket, waiting.message())) giveUp(waiting, parted);
    }

    void giveUp(Waiting waiting, Address parted) {
        setbacks.parted(waiting.message(), parted.text());
    }

    private boolean goesWith(Ticket ticket, UUID message) {
        if (isFetched(ticket.channel())) return outbox.recordFetched(message, ticket.channel());
        return ticket.address()
                .filter(address -> outbox.redirect(message, new Way(ticket.channel(), address)))
                .isPresent();
    }

    private boolean isFetched(String channel) {
        return lines.find(channel).filter(line -> line.channel().isFetched()).isPresent();
    }
}
