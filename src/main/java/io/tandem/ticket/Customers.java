package io.tandem.ticket;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

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

    public Customer get(UUID id) {
        var customer = rows.findById(id, Customer.class);
        if (customer == null) throw new IllegalArgumentException("There is no customer " + id);
        return customer;
    }
}
