package io.tandem.retention;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Customers go with their last ticket, and so do the addresses under which we knew them. Whoever writes from such an address
 * at that moment holds it: then the customer stays and gets their new ticket.
 */
@Component
class OldCustomers {

    private final JdbcClient sql;

    OldCustomers(JdbcClient sql) {
        this.sql = sql;
    }

    void removeWhoHasNone(Collection<UUID> customers) {
        customers.stream().filter(this::holdsAllAddressesOf).forEach(this::removeIfNoneIsLeft);
    }

    private boolean holdsAllAddressesOf(UUID customer) {
        var held = sql.sql("select id from customer_address where customer = ? for update skip locked")
                .param(customer)
                .query(UUID.class)
                .list();
        return held.size()
                == sql.sql("select count(*) from customer_address where customer = ?")
                        .param(customer)
                        .query(Integer.class)
                        .single();
    }

    private void removeIfNoneIsLeft(UUID customer) {
        var tickets = sql.sql("select count(*) from ticket where customer = ?")
                .param(customer)
                .query(Long.class)
                .single();
        if (tickets > 0) return;
        sql.sql("delete from customer_address where customer = ?")
                .param(customer)
                .update();
        sql.sql("delete from customer where id = ?").param(customer).update();
    }
}
