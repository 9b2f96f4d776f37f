package io.tandem.channel.web;

import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** The keys of customers who have not come by our door. */
public final class CustomersKeys {

    private final TicketKeys keys;

    public CustomersKeys(ApplicationContext tandem) {
        keys = tandem.getBean(TicketKeys.class);
    }

    public String to(UUID ticket) {
        return keys.keyTo(ticket);
    }
}
