package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where customers are reached. An address belongs to one customer; a customer can have several. */
@Component
public class Addresses {

    /**
     * A customer's address.
     *
     * @param kind what kind of address it is: channels that share it share their customers, e.g. all mailboxes
     * @param text in that kind's own notation
     */
    public record Address(String kind, String text) {}

    private final JdbcClient sql;
    private final Clock clock;

    Addresses(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Who is known under the address; it is held until the end of the transaction, so that nobody opens a second customer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> holdOwner(Address address) {
        return sql.sql("select customer from customer_address where kind = ? and address = ? for update")
                .param(address.kind())
                .param(address.text())
                .query(UUID.class)
                .optional();
    }

    /** Who is known under the address just now. */
    public Optional<UUID> owner(Address address) {
        return sql.sql("select customer from customer_address where kind = ? and address = ?")
                .params(address.kind(), address.text())
                .query(UUID.class)
                .optional();
    }

    /** From now on the customer is known under the address. Fails if somebody is already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Address address, UUID customer) {
        sql.sql("insert into customer_address (id, customer, kind, address, known_since) values (?, ?, ?, ?, ?)")
                .param(UuidCreator.getTimeOrderedEpoch())
                .param(customer)
                .param(address.kind())
                .param(address.text())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** All addresses of one customer become another's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAll(UUID from, UUID to) {
        sql.sql("update customer_address set customer = ? where customer = ?")
                .params(to, from)
                .update();
    }

    /**
     * The customer is not known under the address any more; whoever writes from there is somebody new.
     *
     * @return whether they were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(Address address, UUID customer) {
        return sql.sql("delete from customer_address where kind = ? and address = ? and customer = ?")
                        .params(address.kind(), address.text(), customer)
                        .update()
                > 0;
    }

    /** All addresses under which the customer is known, the oldest first. */
    public List<Address> of(UUID customer) {
        return sql.sql("select kind, address from customer_address where customer = ? order by known_since, id")
                .param(customer)
                .query((row, number) -> new Address(row.getString("kind"), row.getString("address")))
                .list();
    }
}
