package io.tandem.channel.identity;

import io.tandem.ticket.Addresses;
import io.tandem.ticket.Addresses.Address;
import io.tandem.ticket.Customer;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Tickets;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Two customers turn out to be one: all that they have becomes the one's whom we have known for longer. */
@Component
class OneCustomer {

    private static final Comparator<Customer> KNOWN_FOR_LONGER =
            Comparator.comparing(Customer::createdAt).thenComparing(Customer::id);

    private final Addresses addresses;
    private final Customers customers;
    private final Tickets tickets;

    OneCustomer(Addresses addresses, Customers customers, Tickets tickets) {
        this.addresses = addresses;
        this.customers = customers;
        this.tickets = tickets;
    }

    /** The addresses are held first, then the tickets in the order of their ids: as everybody holds them who needs both. */
    void isKnownAt(UUID customer, Address address) {
        var owner = addresses.holdOwner(address);
        if (owner.isEmpty()) addresses.add(address, customer);
        owner.filter(other -> !other.equals(customer)).ifPresent(other -> join(customer, other));
    }

    private void join(UUID one, UUID other) {
        var both = Stream.of(one, other)
                .map(customers::get)
                .sorted(KNOWN_FOR_LONGER)
                .toList();
        var stays = both.get(0).id();
        var goes = both.get(1).id();
        addresses.moveAll(goes, stays);
        tickets.moveAll(goes, stays);
        customers.join(goes, stays);
    }
}
