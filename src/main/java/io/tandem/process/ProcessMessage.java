package io.tandem.process;

import io.tandem.ticket.Ticket.Handover;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What the processes hear of, by the names that stand in the models, with what they learn by it. */
public enum ProcessMessage {
    TICKET_OPENED("ticket-opened", true),
    TICKET_REOPENED("ticket-reopened", true, Variables.REOPENED.with(true)),
    CUSTOMER_WROTE("customer-wrote", true),
    HUMAN_WANTED(
            "human-wanted",
            true,
            Map.of(
                    Variables.HELPER.name(), Helper.HUMAN.inModel(),
                    Variables.REASON.name(), Handover.WANTS_HUMAN.name())),
    ANSWER_HELPED("answer-helped", true),
    ANSWER_DID_NOT_HELP("answer-did-not-help", true),
    RATED("rated", true),
    TICKET_MERGED("ticket-merged", false),
    TICKET_OVER("ticket-over", false);

    private final String model;
    private final boolean byCustomer;
    private final Map<String, Object> variables;

    ProcessMessage(String model, boolean byCustomer) {
        this(model, byCustomer, Map.of());
    }

    ProcessMessage(String model, boolean byCustomer, Map<String, Object> variables) {
        this.model = model;
        this.byCustomer = byCustomer;
        this.variables = variables;
    }

    /** The message of this name in the models. */
    public static Optional<ProcessMessage> named(String name) {
        return Arrays.stream(values())
                .filter(message -> message.model.equals(name))
                .findFirst();
    }

    /** The message's name in the models. */
    public String inModel() {
        return model;
    }

    /** Whether it is the customer who brings it about, and may never do so. */
    public boolean byCustomer() {
        return byCustomer;
    }

    /** The variables that come with it each time. */
    public Map<String, Object> variables() {
        return variables;
    }
}
