package io.tandem.desk;

import io.tandem.ticket.Addresses.Address;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the agent's form calls about the customer's addresses. */
@RestController
@RequestMapping(path = "/api/desk/tasks/{task}/addresses", produces = MediaType.APPLICATION_JSON_VALUE)
class AddressesController {

    private final CustomerAddresses addresses;
    private final Attempt attempt;

    AddressesController(CustomerAddresses addresses, Attempt attempt) {
        this.addresses = addresses;
        this.attempt = attempt;
    }

    @GetMapping
    CustomerAddresses.View show(@PathVariable String task) {
        return Attempt.known(() -> addresses.of(task));
    }

    record Proposed(@Nullable String channel, @Nullable String address) {}

    /** The answer is the same whether the address is known, unknown or nowhere. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@PathVariable String task, @RequestBody Proposed proposed, Principal agent) {
        attempt.to(() -> addresses.ask(task, proposed.channel(), proposed.address(), agent.getName()));
    }

    /** @param note why, for colleagues */
    record Removed(
            @Nullable String kind,
            @Nullable String address,
            @Nullable String note) {}

    @PostMapping("/removals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String task, @RequestBody Removed removed, Principal agent) {
        var address = new Address(
                removed.kind() == null ? "" : removed.kind(), removed.address() == null ? "" : removed.address());
        attempt.to(() -> addresses.remove(task, address, removed.note(), agent.getName()));
    }
}
