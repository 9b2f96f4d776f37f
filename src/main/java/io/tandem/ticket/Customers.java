package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who ever wrote to us. */
@Component
public class Customers {

    private final JdbcAggregateTemplate rows;
    private final Clock clock;

    Customers(JdbcAggregateTemplate rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Customer welcome(@Nullable String name) {
        return rows.insert(new Customer(UuidCreator.getTimeOrderedEpoch(), name, clock.instant()));
    }

    /** One customer is another, who stays and gets a name if they have none yet. Nothing may be left of the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(UUID goes, UUID stays) {
        var before = get(goes);
        var now = get(stays);
        if (now.name() == null && before.name() != null) {
            rows.update(new Customer(stays, before.name(), now.createdAt()));
        }
        rows.delete(before);
    }

    public Customer get(UUID id) {
        var customer = rows.findById(id, Customer.class);
        if (customer == null) throw new IllegalArgumentException("There is no customer " + id);
        return customer;
    }
}
